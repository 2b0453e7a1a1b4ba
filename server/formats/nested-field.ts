import { rawSpan, type Escape, type Field } from './field.ts';

/**
 * A field of a text that is itself a field: the paragraph of HTML that stands in an element of a feed, every
 * `<` written `&lt;`.
 *
 * @param outer The field of the file.
 * @param inner A field of `outer.text`.
 */
export function nestedField(outer: Field, inner: Field): Field {
  const base = rawSpan(outer, inner.start, inner.end).start;
  const rawAt = (start: number, end: number): { rawAt: number; rawLength: number } => {
    const raw = rawSpan(outer, start, end);
    return { rawAt: raw.start - base, rawLength: raw.end - raw.start };
  };
  const escapes: Escape[] = [];
  let next = 0;
  /** The outer escapes that are next, up to an offset of the outer text. */
  const outerUntil = (until: number): Escape[] => {
    const passed: Escape[] = [];
    for (; next < outer.escapes.length; next++) {
      const escape = outer.escapes[next];
      // A mark without text that stands here goes before what begins here.
      if (!escape || escape.at > until || (escape.at === until && escape.length > 0)) break;
      passed.push(escape);
    }
    return passed;
  };
  /** Takes those of them that begin at an offset or after it; `shift` leads from there to the inner text. */
  const passOuter = (from: number, until: number, shift: number): void => {
    for (const escape of outerUntil(until))
      if (escape.at >= from) escapes.push({ ...escape, at: escape.at + shift, rawAt: escape.rawAt - base });
  };
  let done = inner.start;
  let shift = -inner.start;
  for (const escape of inner.escapes) {
    const [start, end] = [inner.start + escape.rawAt, inner.start + escape.rawAt + escape.rawLength];
    passOuter(done, start, shift);
    const within = outerUntil(end - 1).some(({ fixed }) => fixed);
    escapes.push({ ...escape, ...rawAt(start, end), ...(within && { fixed: true }) });
    done = end;
    shift = escape.at + escape.length - end;
  }
  passOuter(done, inner.end, shift);
  return {
    text: inner.text,
    start: outer.start + base,
    end: outer.start + rawSpan(outer, inner.start, inner.end).end,
    escapes,
    spelling: {
      spell: (added) => {
        const spelled = inner.spelling.spell(added);
        return spelled === undefined ? undefined : outer.spelling.spell(spelled);
      },
    },
  };
}
