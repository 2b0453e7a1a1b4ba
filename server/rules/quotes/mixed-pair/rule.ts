import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/mixed-pair',
  kind: 'mixed-pair',
  summary: 'A quotation opens with a mark of one kind and closes with another.',
  why: 'The two marks do not belong together, so that programs that pair them find two broken quotations instead of one.',
  severity: 'warning',
  message:
    'The mark {mark} does not belong with its partner, so the quotation reads as broken. Replace it by {right}.',
  undecided:
    'The mark {mark} does not belong with its partner, so the quotation reads as broken, and no other quotation tells which of the two is meant. Replace one of them.',
  partner: 'The mark it stands with.',
  title: 'Replace {wrong} by {mark}',
  other: 'Replace the other mark instead, by {mark}',
});
