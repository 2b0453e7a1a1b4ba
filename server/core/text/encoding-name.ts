import { singleBytePages } from './single-byte-pages.ts';

/** The encodings that can be declared: those that a byte order mark tells, and those that nothing tells. */
export const encodingNames: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...Object.keys(singleBytePages),
];

/** Other names in use; Latin-1 and its like are read as the superset that the Encoding Standard takes them for. */
const others: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  ascii: 'windows-1252',
  arabic: 'iso-8859-6',
  mac: 'macintosh',
};

/** The encoding of a name as people write it (`CP1256`, `Latin1`, `ISO_8859-6`); undefined where there is none. */
export function encodingOf(name: string): string | undefined {
  const plain = name.trim().toLowerCase().replaceAll('_', '-');
  const spelled = plain
    .replace(/^(?:x-)?cp-?(?=125\d$|874$)/, 'windows-')
    .replace(/^win(?:dows)?-?(?=125\d$|874$)/, 'windows-')
    .replace(/^iso-?8859-?(?=\d)/, 'iso-8859-')
    .replace(/^(?:x-)?cp-?866$/, 'ibm866');
  const known = others[spelled] ?? spelled;
  return encodingNames.includes(known) ? known : undefined;
}
