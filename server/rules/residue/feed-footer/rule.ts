import { defineResidueRule } from '../../../core/engine/residue-rule.ts';
import { footers } from './footers.ts';

export default defineResidueRule({
  id: 'residue/feed-footer',
  summary: 'The footer that a site’s feed puts under each article: “The post … appeared first on …”.',
  why: 'It stands under every article of the site, so that a corpus learns a sentence that nobody wrote.',
  severity: 'warning',
  message:
    '“{line}” is the footer that the site’s feed adds to each article, not part of it. Delete the line.',
  residue: footers,
});
