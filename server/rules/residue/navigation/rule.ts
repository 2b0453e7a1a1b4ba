import { defineResidueRule } from '../../../core/engine/residue-rule.ts';
import { links } from './links.ts';

export default defineResidueRule({
  id: 'residue/navigation',
  summary: 'A link or button of the page: share, print, related stories, tags, previous and next, follow us.',
  why: 'It led elsewhere on the page. Between the paragraphs it interrupts the article, and it repeats in all articles of the site.',
  severity: 'warning',
  message: '“{line}” is a link or button of the page, not part of the article. Delete the line.',
  residue: links,
});
