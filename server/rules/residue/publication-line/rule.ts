import { defineResidueRule } from '../../../core/engine/residue-rule.ts';
import { pageLines } from './page-lines.ts';

export default defineResidueRule({
  id: 'residue/publication-line',
  summary:
    'A line of the page about the article: when it was published or updated, how often it was read or shared.',
  why: 'It tells about the page, not about the news, and counts and dates of a website teach a corpus nothing.',
  severity: 'information',
  message:
    '“{line}” says when or how often the page was shown, and is not part of the article. Delete the line, unless the corpus keeps its date here.',
  residue: pageLines,
});
