import { languageFiles, languageOf } from '../../server/languages/index.ts';
import { formatted, textOf, withPart, type Output } from './output.ts';

/** The page about languages with its table of all of them. */
export async function languagesPage(root: string): Promise<Output> {
  const path = 'docs/languages.md';
  const rows = languageFiles.map(({ language, name }) => {
    const facts = languageOf(language);
    const marks = (facts?.quotation.pairs ?? []).map(({ open, close }) => `${open} ${close}`).join(' · ');
    const asked = facts?.cues.complete ? 'yes' : 'not yet';
    return `| [${name}](../server/languages/${language}.json) | ${language} | ${marks} | ${asked} |`;
  });
  const table = ['| Language | Tag | Marks | Asks who said it |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
  const text = withPart(textOf(root + path), 'languages', await formatted(root, path, table));
  return { path, text, from: 'the files in server/languages' };
}
