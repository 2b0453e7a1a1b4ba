/**
 * What each step of a reading costs. The cheapest reading of a paragraph's marks is taken as what its
 * writer meant. A cost is only worth something beside the others: a repair must cost more than any doubt
 * about where a sound mark stands, and less than two repairs.
 *
 * The theory is in docs/quotation-marks.md.
 */
export const costs = {
  // Doubts about a mark's place: no finding, but they decide which way a straight mark faces.
  /** An opening mark right after a letter that is no joined prefix. */
  openAfterLetter: 3,
  /** An opening mark right after a closing punctuation mark without a space. */
  openAfterPunctuation: 1.5,
  /** An opening mark with a space after it; some outlets do that throughout. */
  openBeforeSpace: 3,
  /** An opening mark before punctuation that closes, such as a comma. */
  openBeforePunctuation: 8,
  /** A closing mark with a space before it. */
  closeAfterSpace: 3,
  /** A closing mark after an opening bracket or at the very beginning. */
  closeAfterOpening: 4,
  /** A closing mark right before a letter: «Spiegel»s, or an opening mark in truth. */
  closeBeforeLetter: 2.5,
  /** A straight mark that has its back to what it should hold: a letter or a stop on the one side, a space on the other. */
  facesAway: 4.5,
  /** A closing mark between a joined prefix and its word: an opening one in truth. */
  closeAfterPrefix: 9,
  /** Nothing between the marks. */
  empty: 6,
  /** The pair is not the article's commonest; only breaks ties. */
  rank: 0.2,
  /** Another pair within a quotation: as it should be. */
  nestedOther: 0.3,
  /** The same pair within itself: allowed, but more often the outer one was never closed. */
  nestedSame: 5,
  /** A pair for nesting, used on its own. */
  nestedAlone: 0.5,
  /** A third level: rare in news. */
  deep: 4,

  // Marks that are none.
  /** An apostrophe within a word. */
  apostrophe: 0,
  /** An apostrophe at a word's end or beginning: the workers’, ’90s. */
  edgeApostrophe: 0.5,
  /** A single mark that fits nowhere. */
  straySingle: 2,
  /** A single mark of a kind that is never an apostrophe, standing alone. */
  strayAngle: 6,
  /** Inches, seconds: a straight or closing mark after a digit. */
  prime: 1,
  /** The same in a script other than the Latin one, whose press writes the word for an inch. */
  primeElsewhere: 6,
  /** A mark between two letters: gershayim in Hebrew acronyms. */
  gershayim: 0.5,

  // Speech that goes on in the next paragraph.
  /** Leaving a paragraph with an open quotation. */
  carry: 1.5,
  /** The same in a language that closes every paragraph. */
  carryAgainstHabit: 4,
  /** The paragraph ends in an attribution: its speech has ended before it. */
  carryAfterAttribution: 12,
  /** Out of a headline, which is never continued. */
  carryOutOfHeadline: 20,
  /** The next paragraph does not open again. */
  carriedWithoutOpening: 8.5,

  // Repairs: each is a finding.
  /** A closing or opening mark is missing; how well its place is known comes on top. */
  insert: 8,
  /** A closing mark is missing where a colon or a cue announces speech: the opening mark is beyond doubt. */
  insertAnnounced: 7,
  /** A mark too many. */
  remove: 15,
  /** The second of two marks that are the same. */
  removeDouble: 5,
  /** A mark that faces the wrong way. */
  turn: 6,
  /** The second mark of a pair whose first is turned too: one mistake, made twice. */
  turnToo: 2,
  /** A mark of another kind. */
  replace: 6,
} as const;

/** Readings that cost this much more than the best are dropped. */
export const beamCost = 18;

/** How many readings are kept beside each other. */
export const beamWidth = 24;

/**
 * How many readings of all marks of a paragraph together are weighed before the beam narrows, and how far.
 * No prose has that many marks; it keeps a megabyte of them from taking minutes.
 */
export const beamWork = 6000;
export const narrowestBeam = 4;

/** Up to this cost a reading without repairs is taken without looking for repairs. */
export const soundCost = 3.4;
