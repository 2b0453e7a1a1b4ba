import { definePassageRule } from '../../../core/engine/passage-rule.ts';

const wordpress =
  'WordPress replaces shortcodes when it shows a page; a feed or a missing plugin leaves them as they are';

/** Shortcodes of WordPress itself and of its common plugins, which also stand without attributes. */
const names =
  'caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo|tweet|instagram|soundcloud|contact-form(?:-7)?|button|toc|pullquote|dropcap|highlight|accordion|spoiler|one_half|one_third|adrotate|the_ad|the_ad_group|quads|adinserter';

export default definePassageRule({
  id: 'residue/shortcode',
  summary: 'A shortcode of the site’s software that was never replaced, such as `[gallery ids="1,2"]`.',
  why: 'What it stood for is gone. A reader sees a command to a program in the middle of the text.',
  severity: 'warning',
  unnecessary: true,
  messages: {
    found: '“{passage}” is a command to the site’s software, and what it stood for is gone. Delete it.',
  },
  titles: { delete: 'Delete “{passage}”' },
  passages: [
    {
      name: 'with attributes',
      needs: '[',
      passage: /\[[a-z][a-z0-9_-]{1,30} [a-z][\w-]{0,30}=["“”«'‘’″&][^[\]\r\n]*\]/giu,
      safety: 'review',
      source: wordpress,
    },
    {
      name: 'closing',
      needs: '[/',
      passage: /\[\/[a-z][a-z0-9_-]{1,30}\]/giu,
      safety: 'review',
      source: wordpress,
    },
    {
      name: 'page builder',
      needs: '[',
      passage: /\[\/?(?:vc|et_pb|fusion|av|td|mk|ux|nectar)_[a-z_]{1,40}(?: [^[\]\r\n]*)?\]/giu,
      safety: 'review',
      source: 'the page builders WPBakery, Divi, Avada, Enfold, Newspaper',
    },
    {
      name: 'bare',
      needs: '[',
      // Alone, editors write [video] and [caption] too, so it counts only where attributes or an address follow.
      passage: new RegExp(String.raw`\[(?:${names})\](?=https?://|\S[^[\]\r\n]*\[/)`, 'giu'),
      safety: 'review',
      source: wordpress,
    },
    {
      name: 'block',
      needs: '<!-- wp:',
      passage: /<!-- \/?wp:[^<>]*-->/gu,
      safety: 'review',
      source: 'WordPress’s block editor',
    },
  ],
});
