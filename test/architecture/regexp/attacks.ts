import { parseRegExpLiteral, type AST } from '@eslint-community/regexpp';

/** What makes a pattern work hard: `unit` again and again behind `prefix`, and then an end that fails. */
export interface Attack {
  readonly prefix: string;
  readonly unit: string;
  readonly suffix: string;
}

/** Ends that patterns refuse: nothing where they want more, a control character where they want the end. */
const suffixes = ['', '\u0001'];

/** A quantifier that allows fewer repetitions than this can't be pumped. */
const manyRepetitions = 50;

/**
 * Texts on which a backtracking engine may try every way to part them: for each part of the pattern that
 * repeats, what it repeats, behind the least text that leads up to it.
 */
export function attacksOn(pattern: RegExp): Attack[] {
  const { pattern: root } = parseRegExpLiteral(pattern);
  const attacks = new Map<string, Attack>();
  const pump = (prefix: string, units: readonly string[]): void => {
    for (const unit of units.filter((text) => text !== '')) {
      for (const suffix of suffixes)
        attacks.set(JSON.stringify([prefix, unit, suffix]), { prefix, unit, suffix });
    }
  };
  const walk = (alternatives: readonly AST.Alternative[], prefix: string): void => {
    for (const { elements } of alternatives) {
      let before = prefix;
      for (const element of elements) {
        if (element.type === 'Quantifier' && element.max >= manyRepetitions) {
          const units = samples(element.element);
          pump(before, units);
          // Where a pattern has no anchor every place is a beginning, so what leads up to it is pumped too.
          if (before !== '')
            pump(
              '',
              units.map((unit) => before + unit),
            );
          // Another branch may swallow what stands at the very beginning.
          pump(`\u0001${before}`, units);
        }
        const inner = element.type === 'Quantifier' ? element.element : element;
        if ('alternatives' in inner) walk(inner.alternatives, before);
        before += samples(element)[0] ?? '';
      }
    }
  };
  walk(root.alternatives, '');
  return [...attacks.values()];
}

/** A few texts that an element matches. */
function samples(element: AST.Element): string[] {
  switch (element.type) {
    case 'Character':
      return [String.fromCodePoint(element.value)];
    case 'CharacterClass':
      return classSamples(element);
    case 'CharacterSet':
      return setSamples(element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.map(sequence);
    case 'Quantifier': {
      const once = samples(element.element);
      // At least once, even where it may be left out: only what is there can be pumped from outside.
      return once.map((text) => text.repeat(Math.max(1, Math.min(element.min, 3))));
    }
    default:
      return [''];
  }
}

function sequence({ elements }: AST.Alternative): string {
  return elements.map((element) => samples(element)[0] ?? '').join('');
}

/** One character of each kind that the classes of article patterns tell apart. */
const probes = [
  ' ',
  'a',
  'ب',
  '1',
  '.',
  ',',
  '"',
  "'",
  '’',
  '“',
  '\u200f',
  '\u064e',
  '_',
  '-',
  ':',
  '/',
  '\u{1F600}',
  '\u0001',
];

function classSamples(element: AST.CharacterClass | AST.ExpressionCharacterClass): string[] {
  const matcher = new RegExp(`^${element.raw}$`, 'u');
  const named =
    element.type === 'CharacterClass'
      ? element.elements.flatMap((part) =>
          part.type === 'Character'
            ? [part.value]
            : part.type === 'CharacterClassRange'
              ? [part.min.value]
              : [],
        )
      : [];
  const known = named.slice(0, 4).map((value) => String.fromCodePoint(value));
  return [...new Set([...probes, ...known].filter((probe) => matcher.test(probe)))].slice(0, 10);
}

function setSamples(element: AST.CharacterSet): string[] {
  const matcher = new RegExp(`^(?:${element.raw})$`, 'u');
  return probes.filter((probe) => matcher.test(probe)).slice(0, 8);
}
