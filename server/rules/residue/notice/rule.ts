import { defineResidueRule } from '../../../core/engine/residue-rule.ts';
import { notices } from './notices.ts';

export default defineResidueRule({
  id: 'residue/notice',
  summary:
    'A notice of the site: copyright, cookies, JavaScript, newsletter, subscription, rules for comments.',
  why: 'It is the publisher’s word to its visitors, the same in all articles, and no news.',
  severity: 'warning',
  message: '“{line}” is a notice of the site to its visitors, not part of the article. Delete the line.',
  residue: notices,
});
