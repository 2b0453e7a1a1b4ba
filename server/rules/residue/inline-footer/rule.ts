import { definePassageRule, type PassagePattern } from '../../../core/engine/passage-rule.ts';

const flat = 'feeds whose paragraphs were joined: the site’s footer ends up behind the last sentence';

/** The gaps are bounded so that a text full of beginnings is read in linear time. */
const footer = (name: string, needs: string, passage: RegExp, source = flat): PassagePattern => ({
  name,
  needs,
  passage,
  safety: 'review',
  source,
});

export default definePassageRule({
  id: 'residue/inline-footer',
  summary: 'A footer or a link of the site that ran together with the last sentence of a paragraph.',
  why: 'It reads as a sentence of the article, and stands under every article of the site.',
  severity: 'warning',
  unnecessary: true,
  messages: {
    found: '“{passage}” is the site’s own footer, joined to the text above it. Delete it.',
  },
  titles: { delete: 'Delete the footer' },
  passages: [
    footer(
      'ar link',
      'رابط الخبر بصحيفة',
      /(?<=[^\s])[ \u00A0]{1,9}رابط الخبر بصحيفة [^\r\n:]{2,40}:[^\r\n]{0,200}$/gmu,
      'SaudiNewsNet',
    ),
    footer(
      'ar',
      'ظهرت المقالة',
      /(?<=[.؟!»”"])[ \u00A0]{1,9}ظهرت المقالة [^\r\n]{1,300} (?:أولا[ًّ]?|أولًا) على [^\r\n]{1,120}$/gmu,
    ),
    footer(
      'en',
      ' first on ',
      /(?<=[.?!”"’])[ \u00A0]{0,9}The post [^\r\n]{1,300} (?:appeared first|first appeared) on [^\r\n]{1,120}$/gmu,
    ),
    footer(
      'fr',
      'est apparu en premier sur',
      /(?<=[.?!»”"])[ \u00A0]{1,9}L[’']article [^\r\n]{1,300} est apparu en premier sur [^\r\n]{1,120}$/gmu,
    ),
    footer(
      'es',
      'se publicó primero en',
      /(?<=[.?!»”"])[ \u00A0]{1,9}La entrada [^\r\n]{1,300} se publicó primero en [^\r\n]{1,120}$/gmu,
    ),
    footer(
      'de',
      'erschien zuerst auf',
      /(?<=[.?!“"])[ \u00A0]{1,9}Der Beitrag [^\r\n]{1,300} erschien zuerst auf [^\r\n]{1,120}$/gmu,
    ),
    footer(
      'it',
      'proviene da',
      /(?<=[.?!»”"])[ \u00A0]{1,9}L[’']articolo [^\r\n]{1,300} proviene da [^\r\n]{1,120}$/gmu,
    ),
    footer(
      'pt',
      'apareceu primeiro em',
      /(?<=[.?!»”"])[ \u00A0]{1,9}O post [^\r\n]{1,300} apareceu primeiro em [^\r\n]{1,120}$/gmu,
    ),
  ],
});
