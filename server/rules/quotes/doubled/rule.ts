import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/doubled',
  kind: 'doubled',
  summary: 'The same quotation mark stands twice in a row.',
  why: 'The second mark opens or closes nothing, so that all quotations after it are paired wrongly.',
  severity: 'warning',
  message:
    'The mark {mark} stands twice in a row; the second one opens or closes nothing. Delete one of them.',
  title: 'Delete the second mark',
});
