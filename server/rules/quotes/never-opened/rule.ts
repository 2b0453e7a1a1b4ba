import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/never-opened',
  kind: 'never-opened',
  summary: 'A mark closes a quotation that was never opened.',
  why: 'A reader cannot tell where the speech began, and whatever reads quotations from the corpus loses it.',
  severity: 'warning',
  message:
    'The mark {mark} closes a quotation that was never opened, so nobody can tell where the speech begins. Put the opening mark where it begins.',
  title: 'Open the quotation here: {context}',
  removal: 'Delete this mark',
  other: 'Open it here instead: {context}',
});
