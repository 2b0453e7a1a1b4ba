import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/closed-late',
  kind: 'closed-late',
  summary: 'The closing mark stands after the words that say who spoke, instead of before them.',
  why: 'The reporter’s own words are inside the quotation, as if the speaker had said them.',
  severity: 'warning',
  message:
    'The mark {mark} closes the quotation only after the words that say who spoke, so they read as if they were spoken too. Move it to where the speech ends.',
  partner: 'The quotation begins here.',
  title: 'Move the closing mark to the end of the speech: {context}',
});
