import type { Rule } from '../../../core/engine/rule.ts';
import { lineToDelete } from '../../../core/parse/line-deletion.ts';
import { slice } from '../../../core/text/span.ts';

const rule: Rule = {
  id: 'residue/own-line',
  summary: 'A line that the configuration names as residue.',
  why: 'Each source has lines of its own that no list knows. Whoever keeps the corpus has said that this one is no part of an article.',
  severity: 'warning',
  fixes: ['safe', 'review'],
  unnecessary: true,
  messages: {
    found: '“{line}” is residue by this corpus’s own configuration. Delete the line.',
  },
  titles: { delete: 'Delete this line' },
  options: {
    patterns: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description:
        'Whole lines that are residue here. The setting “residue.patterns” takes the same, and patterns that say more.',
    },
  },
  // The parser looks for the option’s lines together with all others; see server/index.ts.
  check({ article, report }) {
    for (const line of article.residue) {
      if (line.rule !== rule.id) continue;
      report({
        start: line.start,
        end: line.end,
        message: 'found',
        data: { line: slice(article.text, line).slice(0, longestShown) },
        fixes: [
          { title: 'delete', safety: line.safety, edits: [{ ...lineToDelete(article, line), newText: '' }] },
        ],
      });
    }
  },
};

/** A line in a message is cut here. UTF-16 units. */
const longestShown = 80;

export default rule;
