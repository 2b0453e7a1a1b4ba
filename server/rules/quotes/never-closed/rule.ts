import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/never-closed',
  kind: 'never-closed',
  summary: 'A quotation opens and never closes.',
  why: 'A reader cannot tell where the speech ends and the reporter speaks again; whatever reads quotations from the corpus takes everything after the mark for speech.',
  severity: 'warning',
  message:
    'The quotation that {mark} opens is never closed, so nobody can tell where the speech ends. Put the closing mark where it ends.',
  title: 'Close the quotation here: {context}',
  removal: 'Delete this mark',
  other: 'Close it here instead: {context}',
});
