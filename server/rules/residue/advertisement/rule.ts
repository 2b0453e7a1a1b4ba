import { defineResidueRule } from '../../../core/engine/residue-rule.ts';
import { labels } from './labels.ts';

export default defineResidueRule({
  id: 'residue/advertisement',
  summary: 'The label or the code of an advertisement that stood between the paragraphs.',
  why: 'The advertisement is gone and its label interrupts the article. It repeats in every article of the site.',
  severity: 'warning',
  message: '“{line}” belonged to an advertisement, which is gone. Delete the line.',
  residue: labels,
});
