import type { Attribution, AttributionStatus, CuePosition, QuotationKind } from '../article.ts';
import type { ClauseFacts } from '../language.ts';
import { slice, type Span } from '../text/span.ts';
import { isCased, type Cue } from './lexicon.ts';
import { hasArticle, isBareComplementiser } from './names.ts';
import type { Prose } from './prose.ts';
import {
  isConnector,
  isParticiple,
  speakerAfter,
  speakerBefore,
  speakerBeforePhrase,
  spanOf,
  subjectBefore,
  subjectOfClause,
  subjectOfFirstVerb,
  type SpeakerWords,
} from './speaker.ts';
import { subjectBeforeQuotation, subjectFirst } from './subject-first.ts';
import { VerbSecond } from './verb-second.ts';
import { wordAt } from './words.ts';

/** A quotation as attribution sees it; offsets are the paragraph's own. */
export interface Quoted {
  readonly outer: Span;
  readonly inner: Span;
  readonly kind: QuotationKind;
  /** Where the quotation before it ends, and where the next one begins: cues beyond belong to those. */
  readonly previousEnd: number;
  readonly nextStart: number;
}

/** An attribution within one paragraph, with what speaks for it. */
export interface Found {
  readonly attribution: Attribution;
  /** A full stop stands between the speech and its attribution: its span, for `attribution/detached`. */
  readonly detachedBy: Span | null;
  /** A reporting clause stands before the speech and another behind it, for `attribution/doubled`. */
  readonly doubledBy: { readonly before: Span; readonly after: Span } | null;
}

interface Candidate {
  readonly cue: Cue | null;
  readonly speaker: SpeakerWords | null;
  readonly position: CuePosition;
  readonly score: number;
  readonly detachedBy: Span | null;
}

/** How many words after the closing mark a reporting clause may begin. */
const reachAfter = 24;

/** Between a cue and its conjunction stands no more than its speaker: in words. */
const longestBeforeConjunction = 8;

/** A quotation of few words belongs to a report that is not much longer than this: in words. */
const longestReport = 25;

/** Between a cue with everyday meanings and the speech it reports stands no more than its speaker: in words. */
const longestSpeakerBetween = 5;

/** How many words before the opening mark a cue may stand in the same sentence. */
const reachBefore = 40;

/** A clause that a full stop cut off is short: “. سأل بايز.” */
const longestDetached = 8;

/** Finds who says a quotation, by the words around it in its paragraph; null where nothing tells. */
export function attributionOf(prose: Prose, quoted: Quoted): Found | null {
  const behind = after(prose, quoted);
  const ahead = before(prose, quoted);
  const candidates = [
    behind,
    ahead,
    atEnd(prose, quoted),
    prose.lexicon.language.quotation.cueInside ? inside(prose, quoted) : null,
    byName(prose, quoted),
  ].filter((candidate) => candidate !== null);
  candidates.sort((one, other) => other.score - one.score);
  const [best] = candidates;
  if (!best) return null;
  const doubledBy =
    ahead && behind && quoted.kind === 'direct' ? doubled(prose, quoted, ahead, behind) : null;
  return { attribution: describe(prose, best), detachedBy: best.detachedBy, doubledBy };
}

/**
 * The words of two clauses of which each reports the same speech: one before a colon or right before the mark, one
 * behind the closing mark that holds nothing but verb and speaker. One that a full stop cuts off is a slip of another
 * kind, and told as that.
 */
function doubled(prose: Prose, quoted: Quoted, ahead: Candidate, behind: Candidate): Found['doubledBy'] {
  const { words, lexicon } = prose;
  const [first, second] = [ahead.cue, behind.cue];
  if (!first?.verb || !second?.verb || behind.detachedBy || !behind.speaker) return null;
  if ([first.verb, second.verb].some((verb) => verb.weak ?? verb.naming ?? verb.participle)) return null;
  if (isParticiple(lexicon, words[second.first]?.form ?? '')) return null;
  const start = wordAt(words, quoted.outer.end);
  const gap = prose.text.slice(words[wordAt(words, quoted.outer.start) - 1]?.end ?? 0, quoted.outer.start);
  const last = Math.max(second.last, behind.speaker.last);
  const alone = Math.min(second.first, behind.speaker.first) === start && endsSentence(prose, last);
  const announces = /[:：]/u.test(gap) || first.last === wordAt(words, quoted.outer.start);
  if (!alone || !announces) return null;
  return { before: hull(prose, first, ahead.speaker), after: hull(prose, second, behind.speaker) };
}

/** From the first to the last word of a cue and its speaker. */
function hull({ words }: Prose, cue: Cue, speaker: SpeakerWords | null): Span {
  const first = Math.min(cue.first, speaker?.first ?? cue.first);
  const last = Math.max(cue.last, speaker?.last ?? cue.last);
  return { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
}

function describe(prose: Prose, candidate: Candidate): Attribution {
  const { cue, speaker, position } = candidate;
  const { words, lexicon } = prose;
  let status: AttributionStatus = speaker ? 'named' : 'carried';
  if (
    speaker?.last === (speaker?.first ?? 0) + 1 &&
    lexicon.pronouns.has(words[speaker?.first ?? 0]?.form ?? '')
  ) {
    status = 'carried';
  } else if (speaker && isAnonymous(prose, speaker)) status = 'anonymous';
  return {
    status,
    cue: cue ? cueSpan(prose, cue) : null,
    position,
    speaker: speaker ? spanOf(prose, speaker) : null,
    carriedFrom: null,
  };
}

/** The words of a cue, with the pronoun that turns its verb back on the subject: «äußerte sich». */
function cueSpan({ words, lexicon }: Prose, cue: Cue): Span {
  const reflexive = lexicon.language.clauses?.reflexive.includes(words[cue.last]?.form ?? '') ?? false;
  const last = cue.verb && reflexive ? cue.last : cue.last - 1;
  return { start: words[cue.first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

function isAnonymous(prose: Prose, speaker: SpeakerWords): boolean {
  const forms = prose.words.slice(speaker.first, speaker.last).map((word) => word.form);
  return prose.lexicon.anonymous.some((phrase) =>
    forms.some((_, from) => phrase.every((wanted, offset) => forms[from + offset] === wanted)),
  );
}

/** The index of the first word that belongs to the next quotation, or the number of words. */
function limitAfter(prose: Prose, quoted: Quoted): number {
  return wordAt(prose.words, quoted.nextStart);
}

/** The index of the first word after the quotation before. */
function limitBefore(prose: Prose, quoted: Quoted): number {
  return wordAt(prose.words, quoted.previousEnd);
}

/** “…,” said Burns · «…», заявил он · “…”، قال بايز · “…”. سأل بايز. */
function after(prose: Prose, quoted: Quoted): Candidate | null {
  const { text, words, lexicon } = prose;
  const { clauses } = lexicon.language;
  const start = wordAt(words, quoted.outer.end);
  const nextQuotation = limitAfter(prose, quoted);
  const opening = text.slice(quoted.outer.end, words[start]?.start ?? text.length);
  const stop = /^\s*([.。۔])\s/u.exec(opening);
  if (!stop && !/^[\s,،，;؛–—-]*$/u.test(opening)) return null;
  const joined = /[,،，–—-]/u.test(opening);
  const sentenceEnded = /[.!?؟。۔।！？…]\s*$/u.test(prose.before(quoted.inner.end)) && !joined;
  const unspaced = lexicon.language.quotation.touching === 'both';
  const stopped = /[.。۔।]\s*$/u.test(prose.before(quoted.inner.end)) && !joined;
  // Speech that is reported after it ends in a comma, a question or an exclamation, never in a full stop.
  const newSentence = sentenceEnded && /[^.]\.\s*$/u.test(prose.before(quoted.inner.end));
  if (newSentence && !stop && (words[start]?.capital || prose.cueAt(start)?.prefix)) return null;
  const ends = prose.sentencesBefore((words[start]?.start ?? text.length) + 1);
  for (const cue of prose.cuesAmong(start, Math.min(nextQuotation, start + reachAfter))) {
    if (prose.sentencesBefore(words[cue.first]?.start ?? 0) > ends) return null;
    if (/[:;؛]/u.test(betweenWords(prose, start, cue.first))) return null;
    const adjacent = cue.first - start;
    if (cue.verb?.weak && adjacent > (lexicon.language.clauses ? 0 : 3)) continue;
    if (quoted.kind !== 'direct' && !joined && adjacent > 2) continue;
    // A verb that announces the next quotation belongs to that one, unless it stands right here.
    if (adjacent > 0 && announcesNext(prose, cue, nextQuotation)) continue;
    // “…।” उन्होंने कहा, “…”: the speech before it has ended.
    if (stopped && !unspaced && cue.last === nextQuotation && /[,،，]/u.test(prose.gap(nextQuotation)))
      continue;
    if (adjacent > 0 && isEveryday(prose, cue)) continue;
    // «”، وأضاف»: a conjunction joined to the verb begins another report.
    if (!isCased(lexicon) && cue.prefix > 0 && !stop) return null;
    const loose = !joined || adjacent > 0 || cue.verb?.participle;
    if (!isCased(lexicon) && quoted.kind !== 'direct' && loose) continue;
    if (clauses && cue.verb && !standsAfter(prose, clauses, cue, start, joined)) continue;
    // A verb that ends the clause in which the quotation stands has its subject before it.
    const inClause = clauses !== undefined && !joined && !stop && quoted.kind !== 'direct';
    const from = inClause ? sentenceStart(prose, quoted.outer.start) : start;
    const speaker =
      speakerOf(prose, cue, from, nextQuotation, 'after') ??
      (lexicon.language.speakers.subjectFirst
        ? subjectBeforeQuotation(
            prose,
            quoted.outer,
            Math.max(limitBefore(prose, quoted), sentenceStart(prose, quoted.outer.start)),
          )
        : null);
    if (cue.phrase?.speaker === 'after' && !speaker) continue;
    // «… „…“ und kündigte an»: a second report of the same sentence, and not of what stands before it.
    if (adjacent > 0 && isConnector(lexicon, words[cue.first - 1]?.form ?? '')) continue;
    if (stop) return detached(prose, quoted, { cue, speaker, start, stop: stop[0].trimEnd().length });
    // After the end of a sentence only a clause counts that holds nothing but the speaker and the verb.
    if (sentenceEnded && adjacent > 0 && !unspaced && (cue.phrase || speaker?.first !== start)) continue;
    if (sentenceEnded && cue.phrase && words[cue.first]?.capital) continue;
    let score = 8 - Math.min(4, adjacent * 0.6) + (speaker ? 1 : 0) - (cue.verb?.weak ? 1 : 0);
    // «”، مشيرا إلى …» goes on to something else; it reports the speech only if nothing before it does.
    if (cue.verb?.participle) score -= 5;
    return { cue, speaker, position: 'after', score, detachedBy: null };
  }
  return null;
}

/** A word such as «so», that reports only behind a comma: “…, so Berg”. */
export function isEveryday(prose: Prose, cue: Cue): boolean {
  const { words, lexicon } = prose;
  const form = words[cue.first]?.form ?? '';
  const { clauses } = lexicon.language;
  if (!clauses || clauses.prepositions.includes(form)) return false;
  if (cue.last > cue.first + 1 || !lexicon.functionWords.has(form)) return false;
  return !/[,،，–—]/u.test(prose.gap(cue.first));
}

/**
 * Whether a verb can report the quotation before it where the verb comes second: right behind the comma, as the
 * quotation is what stands before it; or last, in the clause that holds the quotation or in one of its own.
 */
function standsAfter(prose: Prose, clauses: ClauseFacts, cue: Cue, start: number, joined: boolean): boolean {
  const ends = !/^\s+$/u.test(prose.gap(cue.last));
  if (cue.first === start) return true;
  return ends && (!joined || clauses.subordinators.includes(prose.words[start]?.form ?? ''));
}

/** A sentence with a quotation in it may end in the clause that reports all of it: “…, Burns said.” */
function atEnd(prose: Prose, quoted: Quoted): Candidate | null {
  const { words, lexicon } = prose;
  if (quoted.kind === 'direct' || !isCased(lexicon)) return null;
  const start = wordAt(words, quoted.outer.end);
  const end = wordAt(words, prose.sentenceEnds[prose.sentencesBefore(quoted.outer.end)] ?? prose.text.length);
  for (const cue of prose.cuesAmong(start, Math.min(end, start + reachBefore))) {
    if (cue.verb?.naming || (cue.phrase && cue.phrase.speaker !== 'after')) continue;
    const inverted = /,/u.test(prose.gap(cue.first));
    const speaker = inverted
      ? speakerOf(prose, cue, cue.first, end, 'after')
      : /^\W*$/u.test(prose.gap(cue.last)) && cue.last === end
        ? speakerBefore(prose, cue.first, start)
        : null;
    if ((cue.phrase ?? cue.verb?.weak) && (!inverted || speaker?.last !== end)) continue;
    if (!speaker || speaker.last > end || (!inverted && !/,/u.test(prose.gap(speaker.first)))) continue;
    return { cue, speaker, position: 'after', score: 4.5, detachedBy: null };
  }
  return null;
}

/** A reporting clause that a full stop made a sentence of its own: “…؟”. سأل بايز. */
function detached(
  prose: Prose,
  quoted: Quoted,
  clause: { cue: Cue; speaker: SpeakerWords | null; start: number; stop: number },
): Candidate | null {
  const { cue, speaker, start, stop } = clause;
  const verbFirst = cue.first === start && cue.verb !== null && !cue.verb.weak && cue.prefix === 0;
  const end = endOfClause(prose, cue.last);
  if (!verbFirst || !speaker || end - start > longestDetached || !endsSentence(prose, end)) return null;
  if (isCased(prose.lexicon) && prose.words[cue.first]?.capital) return null;
  const detachedBy = { start: quoted.outer.end - 1, end: quoted.outer.end + stop };
  return { cue, speaker, position: 'after', score: 9, detachedBy };
}

/** Burns said: “…” · وقال بايز: “…” · laut Burns „…“ */
function before(prose: Prose, quoted: Quoted): Candidate | null {
  const { text, words, lexicon } = prose;
  const { clauses } = lexicon.language;
  const end = wordAt(words, quoted.outer.start);
  const bound = Math.max(
    limitBefore(prose, quoted),
    end - reachBefore,
    sentenceStart(prose, quoted.outer.start),
  );
  const gap = text.slice(words[end - 1]?.end ?? 0, quoted.outer.start);
  const colon = /[:：]/u.test(gap);
  let best: Candidate | null = null;
  for (const cue of prose.cuesAmong(bound, end)) {
    const distance = end - cue.last;
    const beside = distance === 0 || colon;
    if (cue.verb?.weak && !beside && distance > 8) continue;
    // A verb that begins its clause reaches further: “وقال لاعب المنتخب السابق في بيان على حسابه “…””.
    const reach = !isCased(lexicon) && cue.prefix > 0 && !cue.verb?.weak ? reachBefore : 12;
    if (quoted.kind === 'direct' && !colon && distance > reach) continue;
    if (isEveryday(prose, cue)) continue;
    if (!isCased(lexicon) && !reaches(prose, quoted, cue, end, colon)) continue;
    const own = speakerOf(prose, cue, bound, end, 'before');
    if (cue.phrase?.speaker === 'after' && !own) continue;
    const speaker = own ?? (clauses && cue.phrase ? behindQuotation(prose, clauses, quoted) : null);
    if (clauses && cue.verb?.weak && !beside && distance > 3 && !speaker) continue;
    if (clauses?.reported.includes(words[cue.first]?.form ?? '')) continue;
    let score =
      6 - Math.min(4, distance * 0.2) + (speaker && isCased(lexicon) ? 1 : 0) - (cue.verb?.weak ? 1.5 : 0);
    // «وقال بحسب الصحيفة: …»: who hands the words on is not who said them.
    if (!isCased(lexicon) && cue.phrase && best?.cue?.verb) score -= 2;
    if (cue.verb?.participle && !beside && best?.cue?.verb) score -= 2;
    if (clauses && cue.verb?.naming && quoted.kind !== 'direct') score += 2;
    if (colon) score += 2.5;
    else if (beside || /^\s*[,،，]\s*$/u.test(gap)) score += 1;
    if (!best || score >= best.score) best = { cue, speaker, position: 'before', score, detachedBy: null };
  }
  return best;
}

/**
 * Whether a cue before a quotation reports it in a language where cues stand first and have many homographs. One that
 * also has everyday meanings must begin its clause and stand right before the marks, a colon or a conjunction. A
 * quotation of few words is a name or a term, unless it is announced, goes on with a conjunction's clause, or begins
 * with a word that no name begins with.
 */
function reaches(prose: Prose, quoted: Quoted, cue: Cue, end: number, colon: boolean): boolean {
  const { words, lexicon } = prose;
  const between = conjunctionAfter(prose, cue, end);
  const beside = end === cue.last;
  if (cue.verb?.weak && !cue.verb.naming) {
    const begins = cue.prefix > 0 || /[.،,;؛:!؟()"“”«»–—]/u.test(prose.gap(cue.first)) || cue.first === 0;
    if (!begins || !(beside || colon || between || end - cue.last <= longestSpeakerBetween)) return false;
  }
  if (quoted.kind === 'title') return colon;
  if (quoted.kind !== 'scare' || colon) return true;
  return reportsWords(prose, quoted, cue, end, between);
}

/** Whether a conjunction opens what a cue reports: `أعلن الوزير أن`. Punctuation between ends the report. */
function conjunctionAfter(prose: Prose, cue: Cue, end: number): boolean {
  const { words, lexicon } = prose;
  for (let index = cue.last; index < Math.min(end, cue.last + longestBeforeConjunction); index++) {
    if (/[:.؛;؟!]/u.test(prose.gap(index)) && index > cue.last) return false;
    if (lexicon.complementisers.has(words[index]?.form ?? '')) return true;
  }
  return false;
}

/** Whether a cue reports a quotation of few words, which is more often a name or a term. */
function reportsWords(prose: Prose, quoted: Quoted, cue: Cue, end: number, between: boolean): boolean {
  const { words, lexicon } = prose;
  if (cue.verb?.naming) return !cue.verb.weak;
  if (
    cue.verb?.weak ||
    prose.gap(end).trim().length > 1 ||
    /\p{L}/u.test(prose.before(quoted.outer.start, 1))
  )
    return false;
  const first = words[end]?.form ?? '';
  if (between) {
    // «أن “الملك” نقل»: what begins the clause is its subject.
    const subject =
      isBareComplementiser(lexicon, words[end - 1]?.form ?? '') &&
      /^\s+[\p{L}\p{N}]/u.test(prose.after(quoted.outer.end));
    return !subject && (!hasArticle(lexicon, first) || /^\s*[.،,؛]/u.test(prose.after(quoted.outer.end)));
  }
  if (cue.phrase || cue.verb?.participle || end === cue.last) return false;
  return (
    lexicon.boundaries.has(first) ||
    [...lexicon.joinedPrepositions].some((prefix) => first.startsWith(prefix))
  );
}

/** «Mit den Worten „…“ wandte sich Berg an alle»: the clause goes on behind the quotation, with its subject. */
function behindQuotation(prose: Prose, clauses: ClauseFacts, quoted: Quoted): SpeakerWords | null {
  const first = wordAt(prose.words, quoted.outer.end);
  const next = prose.words[first];
  if (!next || next.capital || prose.sentencesBefore(next.start) > prose.sentencesBefore(quoted.inner.end))
    return null;
  return new VerbSecond(prose, clauses).subjectFrom(
    first,
    Math.min(limitAfter(prose, quoted), first + reachAfter),
  );
}

/** «…, — сказал он. — …» · « …, dit-il, … » */
function inside(prose: Prose, quoted: Quoted): Candidate | null {
  const { words } = prose;
  const first = wordAt(words, quoted.inner.start);
  const last = wordAt(words, quoted.inner.end);
  for (const cue of prose.cuesAmong(first + 1, last)) {
    if (!cue.verb || cue.verb.weak || !/[,!?…][\s–—-]*$|\s[–—]\s?$/u.test(prose.gap(cue.first))) continue;
    const speaker = speakerAfter(prose, cue.last, last);
    if (speaker) return { cue, speaker, position: 'inside', score: 7, detachedBy: null };
  }
  return null;
}

/**
 * A colon announces speech without a verb that says so: “Burns: “…””, «Der Minister sieht das anders: „…“».
 * The speaker is the subject of the sentence; where none can be told, the one who spoke before.
 */
function byName(prose: Prose, quoted: Quoted): Candidate | null {
  const { text, words } = prose;
  const end = wordAt(words, quoted.outer.start);
  const bound = Math.max(limitBefore(prose, quoted), sentenceStart(prose, quoted.outer.start));
  if (end <= bound || end - bound > reachBefore || quoted.kind !== 'direct') return null;
  if (!/[:：]/u.test(text.slice(words[end - 1]?.end ?? 0, quoted.outer.start))) return null;
  const named = isCased(prose.lexicon) || end - bound <= longestDetached;
  return {
    cue: null,
    speaker: named ? subjectOfSentence(prose, bound, end) : null,
    position: 'before',
    score: 4,
    detachedBy: null,
  };
}

/** The subject of the words from `from` to `to`, whatever their verb. */
export function subjectOfSentence(prose: Prose, from: number, to: number): SpeakerWords | null {
  const { clauses } = prose.lexicon.language;
  return clauses ? new VerbSecond(prose, clauses).subjectFrom(from, to) : speakerAfter(prose, from, to);
}

/** The speaker beside a cue: on the side its language and its phrase ask for, else on the other. */
export function speakerOf(
  prose: Prose,
  cue: Cue,
  from: number,
  to: number,
  side: 'before' | 'after',
): SpeakerWords | null {
  const found = speakerBeside(prose, cue, from, to, side);
  const ownOrder =
    prose.lexicon.language.speakers.subjectFirst && (cue.phrase?.speaker ?? 'before') === 'before';
  return ownOrder ? subjectFirst(prose, cue, from, found) : found;
}

function speakerBeside(
  prose: Prose,
  cue: Cue,
  from: number,
  to: number,
  side: 'before' | 'after',
): SpeakerWords | null {
  const { clauses } = prose.lexicon.language;
  if (clauses) {
    const subjects = new VerbSecond(prose, clauses);
    if (cue.phrase?.speaker === 'after') return subjects.after(cue.last, to);
    return subjects.subjectOf(cue, from, to);
  }
  if (cue.phrase) {
    if (cue.phrase.speaker === 'none') return null;
    return cue.phrase.speaker === 'after'
      ? speakerAfter(prose, cue.last, to)
      : speakerBeforePhrase(prose, cue.first, from);
  }
  const follows = (): SpeakerWords | null => {
    if (!/^[\s–-]*(?:\S-)?$/u.test(prose.gap(cue.last))) return null;
    const found = speakerAfter(prose, cue.last, to);
    // “said Burns had …” is reported speech with a subject of its own.
    return found && !(found.last < to && isFinite(prose, found.last)) ? found : null;
  };
  if (!isCased(prose.lexicon)) {
    if (cue.verb?.participle) return side === 'before' ? subjectOfFirstVerb(prose, from, cue.first) : null;
    // Chinese and Japanese, written without spaces, have the subject first.
    if (prose.lexicon.language.quotation.touching === 'both') {
      return speakerBefore(prose, cue.first, from) ?? follows();
    }
    return follows() ?? (side === 'before' ? speakerBefore(prose, cue.first, from) : null);
  }
  const apart = cue.verb !== null && isApart(prose, cue, from);
  if (apart) return subjectBefore(prose, cue.first, from) ?? speakerBefore(prose, cue.first, from);
  return speakerBefore(prose, cue.first, from) ?? follows() ?? subjectOfClause(prose, cue.first, from);
}

/**
 * Whether a verb has its subject elsewhere in the sentence: a participle behind a comma or a conjunction (“…,
 * saying”), or a form that is a noun here (“his answer”, “a series of tweets”).
 */
function isApart(prose: Prose, cue: Cue, from: number): boolean {
  const { words, lexicon } = prose;
  const before = words[cue.first - 1];
  if (!before || cue.first <= from) return false;
  const { form } = before;
  if (isParticiple(lexicon, words[cue.first]?.form ?? '')) {
    return (
      /[,،，–—]/u.test(prose.gap(cue.first)) ||
      (lexicon.functionWords.has(form) && !lexicon.pronouns.has(form))
    );
  }
  return lexicon.determiners.has(form) || lexicon.genitives.has(form);
}

function isFinite(prose: Prose, index: number): boolean {
  const { words, lexicon } = prose;
  return /^\s+$/u.test(prose.gap(index)) && lexicon.finiteVerbs.has(words[index]?.form ?? '');
}

function betweenWords(prose: Prose, first: number, last: number): string {
  if (last <= first) return '';
  return prose.text.slice(prose.words[first]?.start ?? 0, prose.words[last]?.start ?? prose.text.length);
}

function announcesNext(prose: Prose, cue: Cue, limit: number): boolean {
  if (limit >= prose.words.length) return false;
  return limit - cue.last <= 6 && /[:：]/u.test(prose.gap(limit));
}

/** The word after the clause that begins at `index`. */
function endOfClause(prose: Prose, index: number): number {
  let end = index;
  while (end < prose.words.length && !/[.!?؟。۔।！？;؛:]/u.test(prose.gap(end))) end++;
  return end;
}

function endsSentence(prose: Prose, index: number): boolean {
  return index >= prose.words.length || /[.!?؟。۔।！？]/u.test(prose.gap(index));
}

/** The index of the first word of the sentence in which an offset stands. */
function sentenceStart(prose: Prose, offset: number): number {
  return wordAt(prose.words, prose.sentenceEndBefore(offset));
}
