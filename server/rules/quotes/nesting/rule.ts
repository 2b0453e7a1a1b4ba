import { defineMarkRule } from '../../../core/engine/mark-rule.ts';

export default defineMarkRule({
  id: 'quotes/nesting',
  kind: 'nesting',
  summary: 'A quotation within another closes only after the one around it.',
  why: 'The two cross, so that neither a reader nor a program can tell which words belong to which quotation.',
  severity: 'warning',
  message:
    'The mark {mark} closes the outer quotation while the inner one is still open, so the two cross. Let the inner one close first, or open last.',
  partner: 'The outer quotation begins here.',
  title: 'Let the inner quotation close first',
  other: 'Let the other quotation open first',
  fixes: ['choice'],
});
