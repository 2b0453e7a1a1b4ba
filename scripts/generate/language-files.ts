import { readdirSync } from 'node:fs';
import { readDelimiters } from '../delimiters.ts';
import { laidOut } from './json-layout.ts';
import { textOf, type Output } from './output.ts';

/** The language files and their schema as they are to be laid out. @throws Error that names the file if one is no JSON. */
export function languageFiles(root: string): Output[] {
  const folder = 'server/languages/';
  return readdirSync(root + folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const path = folder + name;
      return {
        path,
        text: laidOut(parsed(textOf(root + path), path)),
        from: 'its own content, which wants another layout',
      };
    });
}

/** The quotation marks of the Unicode locale data, for languages without a file of their own. */
export function delimiters(): Output {
  const path = 'server/languages/generated/delimiters.json';
  return { path, text: laidOut(readDelimiters()), from: 'the package cldr-misc-full' };
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}
