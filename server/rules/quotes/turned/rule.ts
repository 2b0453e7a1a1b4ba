import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/turned',
  kind: 'turned',
  summary: 'A quotation mark faces the wrong way.',
  why: 'Software that curls marks by itself gets them wrong after joined prefixes and spaces; the quotation then seems to close before it opens.',
  severity: 'warning',
  message:
    'The mark {mark} faces the wrong way: here {right} belongs. As it stands, the quotation seems to end where it begins. Turn it round.',
  partner: 'The other mark of the pair.',
  title: 'Turn it round: {wrong} → {mark}',
});
