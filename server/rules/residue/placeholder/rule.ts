import { definePassageRule } from '../../../core/engine/passage-rule.ts';

export default definePassageRule({
  id: 'residue/placeholder',
  summary: 'A gap of a template that was never filled: `{{ title }}`, `[object Object]`, `undefined`.',
  why: 'The site’s program failed here, so what should stand in this place is missing.',
  severity: 'warning',
  messages: {
    found:
      '“{passage}” is a gap of the site’s template that was never filled. Look up what belongs here, or delete it.',
  },
  titles: { delete: 'Delete “{passage}”' },
  passages: [
    {
      name: 'double braces',
      needs: '{{',
      passage: /\{\{[^{}\r\n]*\}\}/gu,
      safety: 'review',
      source: 'Mustache, Handlebars, Angular, Vue, Jinja',
    },
    {
      name: 'template tag',
      needs: '{%',
      passage: /\{%[^{}%\r\n]*%\}/gu,
      safety: 'review',
      source: 'Jinja, Twig, Liquid',
    },
    { name: 'erb', needs: '<%', passage: /<%=?[^<>%\r\n]*%>/gu, safety: 'review', source: 'ERB, ASP, EJS' },
    {
      name: 'object',
      needs: '[object ',
      passage: /\[object (?:Object|HTML[A-Za-z]{1,30}|Undefined|Null)\]/gu,
      safety: 'review',
      source: 'JavaScript: an object made into text',
    },
    {
      name: 'value',
      needs: '',
      passage: /(?<=^|\n)(?:undefined|null|NaN|Invalid Date)(?=\r?\n|$)/gu,
      safety: 'review',
      source: 'JavaScript: a value that was never set, as a line of its own',
    },
    {
      name: 'provider',
      needs: '%',
      passage: /%(?:title|site|author|date|postlink|bloglink|provider_name)%/gu,
      safety: 'review',
      source: 'templates of feed plugins',
    },
    {
      name: 'filler',
      needs: 'orem ipsum dolor',
      passage: /(?<=^|\n)[Ll]orem ipsum dolor[^\r\n]*/gu,
      safety: 'review',
      source: 'the printers’ filler text that designers leave where text is to come',
    },
  ],
});
