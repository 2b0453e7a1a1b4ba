import { defineResidueRule } from '../../../core/engine/residue-rule.ts';

const importer =
  'WP Automatic (a WordPress importer) ends its posts with a link to the source; scraping keeps its text';
const press = 'the word that the language’s press puts above the origin of a text';

export default defineResidueRule({
  id: 'residue/source-stub',
  summary: 'A lone “source” at the end of an article, whose link is gone.',
  why: 'The link it carried is lost, so it tells a reader nothing, and it repeats in every article of the same importer.',
  severity: 'warning',
  message: '“{line}” is what is left of a link to the source. It names no source any more. Delete the line.',
  residue: [
    {
      name: 'ar',
      lines: ['المصدر', 'مصدر الخبر', 'رابط المصدر', 'رابط الخبر', 'المصادر'],
      place: 'end',
      source: press,
    },
    { name: 'en', lines: ['source', 'source link', 'view source'], place: 'end', source: importer },
    {
      name: 'link',
      line: /^(?:(?:<br ?\/?> ?)?<a href="[^"<>]{1,2000}">(?:Source|Source [Ll]ink|المصدر|رابط المصدر) ?<\/a>|(?:Source|Source [Ll]ink):? https?:\/\/\S+|\[(?:Source|Source [Ll]ink|المصدر)\]\(https?:\/\/[^\s()]+\))$/u,
      holds: ['source', 'المصدر'],
      place: 'end',
      source: importer,
    },
    {
      name: 'fr',
      lines: ['lien source', 'lien vers la source', 'lien de la source'],
      place: 'end',
      source: press,
    },
    {
      name: 'es',
      lines: ['fuente', 'enlace a la fuente', 'enlace de la fuente'],
      place: 'end',
      source: press,
    },
    { name: 'pt', lines: ['fonte', 'link da fonte'], place: 'end', source: press },
    { name: 'de', lines: ['quelle', 'quellenlink', 'link zur quelle'], place: 'end', source: press },
    { name: 'ru', lines: ['источник', 'ссылка на источник'], place: 'end', source: press },
    { name: 'fa', lines: ['منبع', 'منبع خبر', 'لینک منبع'], place: 'end', source: press },
    { name: 'tr', lines: ['kaynak', 'kaynak linki'], place: 'end', source: press },
    { name: 'zh', lines: ['来源', '來源', '来源链接', '原文链接', '原文連結'], place: 'end', source: press },
    { name: 'pl', lines: ['źródło'], place: 'end', source: press },
    { name: 'el', lines: ['πηγή'], place: 'end', source: press },
    { name: 'uk', lines: ['джерело'], place: 'end', source: press },
  ],
});
