/** What an element does to the text around it. */
export type Role =
  /** It stands in the line. */
  | 'inline'
  /** What is before it, in it and after it are different paragraphs. */
  | 'block'
  /** It ends a line. */
  | 'break'
  /** What is in it is no text of the article. */
  | 'skipped';

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

const lists: Readonly<Record<Role, readonly string[]>> = {
  // HTML’s phrasing content; then what NITF and TEI have beyond it.
  inline: words(`
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr img
    chron copyrite event function lang location money num object.title org person postaddr pronounce virtloc
    hi name persname placename orgname geogname date ref rs quote said emph foreign seg w pc c pb cb`),
  // TEI’s “lb”; a line break is “br” everywhere else.
  break: words('br lb'),
  block: words(`
    address article blockquote body center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li
    main ol p pre section summary table tbody td tfoot th thead title tr ul
    block byline dateline distributor fn headline hedline hl1 hl2 media media-caption tagline
    ab bibl closer dateline div1 div2 floatingtext head item l lg list opener row sp speaker text trailer
    caption content para paragraph subheadline subtitle`),
  skipped: words(`
    script style noscript template nav aside footer form button input select textarea svg math iframe audio video
    canvas object map dialog
    media-metadata media-reference docdata
    teiheader note fw figdesc`),
};

const roles = new Map<string, Role>();
for (const role of ['skipped', 'block', 'break', 'inline'] as const)
  for (const name of lists[role]) roles.set(name, role);

/** The role of an element (in lower case) that HTML or a vocabulary of news knows; undefined of another. */
export function knownRole(name: string): Role | undefined {
  return roles.get(name);
}
