import { defineResidueRule } from '../../../core/engine/residue-rule.ts';

const importer = 'WP Automatic (a WordPress importer) ends its posts with a link to the source; scraping keeps its text';
const press = 'the word that the language’s press puts above the origin of a text';

export default defineResidueRule({
  id: 'residue/source-stub',
  summary: 'A lone “source” at the end of an article, whose link is gone.',
  why: 'The link it carried is lost, so it tells a reader nothing, and it repeats in every article of the same importer.',
  severity: 'warning',
  message: '“{line}” is what is left of a link to the source. It names no source any more. Delete the line.',
  residue: [
    { name: 'ar', line: /^(?:المصدر|مصدر الخبر|رابط المصدر)\s*:?$/u, place: 'end', source: press },
    {
      name: 'en',
      line: /^(?:source(?: link)?|source link:? +https?:\/\/\S+|\[source(?: link)?\]\(https?:\/\/[^\s()]+\))\s*:?$/iu,
      place: 'end',
      source: importer,
    },
    { name: 'fr', line: /^(?:source|lien source|lien vers la source)\s*:?$/iu, place: 'end', source: press },
    { name: 'es', line: /^(?:fuente|enlace (?:de|a) la fuente)\s*:?$/iu, place: 'end', source: press },
    { name: 'de', line: /^(?:quelle|quellenlink|link zur quelle)\s*:?$/iu, place: 'end', source: press },
    { name: 'ru', line: /^(?:источник|ссылка на источник)\s*:?$/iu, place: 'end', source: press },
  ],
});
