import { defineResidueRule } from '../../../core/engine/residue-rule.ts';

const source =
  'WP Automatic (a WordPress importer): the templates of its feeds wrap an article in [ad_1] … [ad_2]';

export default defineResidueRule({
  id: 'residue/importer-marker',
  summary: 'A marker that an importer put where advertisements were to go, such as `[ad_1]`.',
  why: 'It is no part of the article, and every article of the same importer carries it, so that a corpus teaches it as language.',
  severity: 'warning',
  message: '“{line}” is a marker of the program that imported the article, not part of it. Delete the line.',
  residue: [
    // Lower case only: anonymisers and tutorials write [AD_1].
    {
      name: 'advertisement slot',
      line: /^(?:<br ?\/?> ?)?\[ad_[0-9]{1,2}\](?: ?<br ?\/?>)?$/,
      holds: ['ad_'],
      place: 'anywhere',
      source,
    },
    {
      name: 'template field',
      line: /^\[(?:matched_content|original_title|source_(?:link|domain|url(?:_encoded)?)|author_(?:link|name)|item_(?:title|embed|url|img|description)|feed_name|publish_date)\]$/,
      holds: [
        'matched_content',
        'original_title',
        'source_',
        'author_',
        'item_',
        'feed_name',
        'publish_date',
      ],
      place: 'anywhere',
      source:
        'WP Automatic: the fields that its templates are filled from stay as they are where a feed has none',
    },
  ],
});
