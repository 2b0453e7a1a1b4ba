import { definePassageRule } from '../../../core/engine/passage-rule.ts';

const twitter = 'Twitter puts addresses of its own in place of the links and pictures of a tweet';

export default definePassageRule({
  id: 'residue/short-link',
  summary: 'An address that stood for a tweet’s link or picture: `pic.twitter.com/…`, `t.co/…`.',
  why: 'It leads nowhere without the tweet, and it is no word of anybody who is quoted.',
  severity: 'warning',
  unnecessary: true,
  messages: {
    found: '“{passage}” stood for a link or a picture of the tweet, which are gone. Delete it.',
  },
  titles: { delete: 'Delete the address' },
  passages: [
    {
      name: 'picture',
      needs: 'pic.',
      passage: /[ \u00A0]?(?<![\w/.])(?:https?:\/\/)?pic\.(?:twitter|x)\.com\/[A-Za-z0-9]{6,14}(?![\w/])/gu,
      safety: 'review',
      source: twitter,
    },
    {
      name: 'link',
      needs: 't.co/',
      passage: /[ \u00A0]?(?<![\w/.])https?:\/\/t\.co\/[A-Za-z0-9]{6,12}(?![\w/])/gu,
      safety: 'review',
      source: twitter,
    },
  ],
});
