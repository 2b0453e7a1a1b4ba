import type { Say } from '../core/engine/words.ts';

/**
 * Sentences that come whole and in English, from layers that don't know who reads them: what is wrong with a file or
 * a record, which the command line prints as it is, and errors on their way out of the server. Complete by test.
 */
export const whole: readonly string[] = [
  // Records.
  'There is no record on this line.',
  'No column is known to hold articles; the first row has {names}. Say which one does under “fields” in copydesk.json.',
  'The row has {count} where the first row names {width}, so it can’t be told which is which. A text that holds “{mark}” or a line break must stand in quotation marks.',
  '1 cell',
  '{number} cells',
  'A quotation mark opens a cell here and none closes it, so everything to the end of the file would be one cell. Close it, or write it twice.',
  'Something follows the quotation mark that closes a cell. A mark that belongs to the text must stand twice.',
  'Its brackets stand deeper in each other than can be read.',
  'It is cut off in the middle of its JSON. Have it written again by the program that made it.',
  'The text that begins at its character {place} is never closed: it is cut off, or a line break stands in it. Have it written again by the program that made it.',
  'It is no JSON from its character {place} on. Have it written again by the program that made it.',
  'It is {kind}. A record is an object: { "title": …, "text": … }.',
  'a list',
  'an object',
  'a text',
  'a number',
  'true or false',
  'nothing that can be read',
  'No field of it is known to hold an article; it has {names}. Say which one does under “fields” in copydesk.json.',
  'No field of it is known to hold an article; it is empty. Say which one does under “fields” in copydesk.json.',
  '“{name}” is {kind}, not a text. Say which field holds the text under “fields” in copydesk.json.',
  'No element is known to hold an article; there are {names}. Say which one holds the text under “fields” in copydesk.json.',
  'No element of this file is “{name}”, which “fields” in copydesk.json says holds the text.',
  'Its elements stand more than {number} deep in each other, which no article’s do.',
  'The file is no well-formed XML here ({said}), so it can’t be told where its articles are. Have it written again, or mend this place.',
  'The element is no well-formed XML here ({said}), so it stays as it is. Have it written again, or mend this place.',
  'The file is cut off here: nothing closes its “{name}”. Have it written again.',
  'A second document begins here, where XML has only one in a file. Its articles are read as well.',
  'The list of records is cut off here: nothing closes it. Have it written again by the program that made it.',
  'Something follows the end of the JSON here. It stays as it is.',
  'There is no comma before this record, so it is not certain to be one. Have it written again by the program that made it.',
  'A comma stands here where a record should.',
  'After the last record stands a comma, where JSON has none.',
  'A second list of records begins here. It is not certain which one holds the articles, so this one was left as it is.',
  'The record that begins here is longer than {number} MB, so what closes it is missing or it is none. It was left as it is.',
  'No record of a WARC begins here: a line “WARC/1.0” with its header is missing. What stands up to the next one was left out.',
  'The record’s header says that it has {number} bytes, and they end nowhere here: the file is cut off, or the number is wrong.',
  'The front matter begins with “{fence}” and never ends, so it can’t be told from the article. Close it with the same line.',
  'The front matter is no YAML here ({said}). Until it is put right, it can’t be told what the article is.',
  'The front matter is no TOML here. Until it is put right, it can’t be told what the article is.',
  'The file keeps headline and text in two fields, and can’t hold this. Let the headline be the first paragraph, with a blank line below it, and leave neither of them empty.',
  'A web archive is only read: each of its records says how many bytes it has and gives a checksum of them, which a change would make wrong. Take the articles out first, into .txt or .jsonl.',
  'The file keeps each paragraph in an element of its own, and can’t hold this: words can change, but no paragraph can be added, joined with another or left empty. Do that in the file by hand.',
  'The file can’t hold this change: its fields would run into each other, or it would not read as it was meant. Change it in the file by hand.',
  'This file is too large to be judged here (more than 50 MB). “copydesk check” and “copydesk fix” take it on the command line; as JSON Lines it could be of any size.',
  // Files.
  'It looks like {encoding}, and Copydesk reads UTF-8, or UTF-16 that begins with a byte order mark; a wrong guess would damage the article. Save the file as UTF-8, or declare its encoding.',
  'Byte {byte} (line {line}) is not valid {encoding}, so the file can’t be read without loss. Find out which encoding the file is in; save it as UTF-8, or declare that encoding.',
  'Byte {byte} (line {line}) is not valid {encoding}, so the file can’t be read without loss. The file is cut off or damaged; fetch it again or save it as UTF-8.',
  'Near byte {byte} the file is not valid UTF-8, so it can’t be read without loss. Find out which encoding it is in and save it as UTF-8.',
  'Byte {byte} (line {line}) is NUL, which no article holds: the file is damaged or no text. Fetch it again, or delete the character in an editor that shows it.',
  'Byte {byte} (line {line}) stands for no character in {encoding}, so the file can’t be read without loss. Find out which encoding the file is in and name that.',
  '“{character}” (U+{code}) can’t be written in {encoding}, so the file was left as it is. Save the file as UTF-8, or leave out the fix that puts the character in.',
  'The text holds half of a character and can’t be encoded.',
  'Copydesk does not read {format}, and read as plain text its marks would be taken for words of the article. It was left alone. Take the articles out into .txt, .jsonl or .csv first.',
  'This line is no exception: it is no JSON object, or has no “mark”. Delete it, and keep the finding again with “copydesk keep”.',
  // Configurations.
  '{expectation} Until it is put right, the file can’t be used.',
  'This is no JSON.',
  'This is no value. A text stands between double quotation marks.',
  'This is no number.',
  'A name in double quotation marks must stand here.',
  'A value must stand here.',
  'A colon must stand here.',
  'A comma must stand here.',
  'A closing brace } is missing.',
  'A closing bracket ] is missing.',
  'The configuration ends before this; nothing may follow.',
  'This comment is not well-formed.',
  'This comment is never closed.',
  'This text is never closed; a double quotation mark is missing.',
  'This number is cut off.',
  'After \\u four digits from 0 to F must stand.',
  'A backslash here must be written twice.',
  'A control character such as a tab must be written as an escape: \\t.',
  'The configuration was not changed. {why}',
  'There is no file beside which a copydesk.json could stand.',
  'Line {line}: {why}',
  '“residue.patterns” is no list, so nothing can be added to it. Write a list: [].',
  'Something else stands where an object with “{key}” belongs. Write one: {}.',
  // What was asked of the server.
  'The article has changed since this was offered, so it was not done. Ask again.',
  'Copydesk failed to answer {method}; its log says why.',
  'A speaker’s name is one or more words on one line.',
  'It could not be noted that this is to stay: {why}',
  'It is no file, so nothing can be noted beside it.',
  'There is no such problem in the article.',
  'The editor did not make the change.',
  'The editor did not make the change: {said}',
];

/** What of a sentence is one of ours again; all else is taken over as it is, be it an article's words. */
const ours: ReadonlySet<string> = new Set(['why', 'kind', 'count', 'expectation']);

/** Takes sentences that come whole and gives them in the words of `say`; what is none of them as it is. */
export function retellIn(say: Say): (english: string) => string {
  return function retell(english: string): string {
    for (const template of templates()) {
      const data = fitted(template, english);
      if (!data) continue;
      const retold = data.map(([name, value]) => [name, ours.has(name) ? retell(value) : value]);
      return say(template.text, Object.fromEntries(retold) as Record<string, string>);
    }
    return english;
  };
}

interface Template {
  readonly text: string;
  /** What stands around the values; one more than there are names. */
  readonly around: readonly string[];
  readonly names: readonly string[];
}

let known: readonly Template[] | undefined;

/** The sentences, those that say most of themselves first: where two fit, the other one took words for a value. */
function templates(): readonly Template[] {
  known ??= whole
    .map((text) => ({
      text,
      around: text.split(/\{\w+\}/),
      names: Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name),
    }))
    .sort((one, other) => other.around.join('').length - one.around.join('').length);
  return known;
}

/** The values of a sentence, found from its beginning on; nothing where it is another one. */
function fitted({ around, names }: Template, english: string): (readonly [string, string])[] | undefined {
  const [first = '', ...others] = around;
  const last = others.at(-1);
  if (last === undefined) return english === first ? [] : undefined;
  if (!english.startsWith(first) || !english.endsWith(last)) return undefined;
  const values: (readonly [string, string])[] = [];
  let done = first.length;
  for (const [index, name] of names.entries()) {
    const behind = others[index] ?? '';
    const end = index === names.length - 1 ? english.length - last.length : english.indexOf(behind, done);
    if (end < done) return undefined;
    values.push([name, english.slice(done, end)]);
    done = end + behind.length;
  }
  return values;
}
