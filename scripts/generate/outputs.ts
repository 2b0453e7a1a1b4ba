import { configurationSchema } from '../../server/configuration-schema.ts';
import { rules } from '../../server/rules/index.ts';
import { codePages, singleBytePages } from './code-pages.ts';
import { lenient } from './lenient-schema.ts';
import { editorSchemaPath, manifest, manifestWords } from './manifest.ts';
import { formatted, textOf, withPart, type Output } from './output.ts';
import { rulePage } from './rule-page.ts';
import { rulesTable } from './rules-table.ts';
import { inOtherWords, interfaceLanguages, translator } from './settings-words.ts';

const from = 'the rules in server/rules';

/** Everything that is made from the rules, their index aside. */
export async function outputs(root: string): Promise<Output[]> {
  // Other programs than VS Code have nobody else to tell them of mistakes.
  const path = 'schemas/copydesk.schema.json';
  const strict = { path, text: await formatted(root, path, JSON.stringify(configurationSchema())), from };
  const schemas = [undefined, ...interfaceLanguages].map(async (language) => {
    const path = editorSchemaPath(language);
    const schema = lenient(configurationSchema());
    const said = language === undefined ? schema : inOtherWords(schema, translator(root, language));
    return { path, text: await formatted(root, path, JSON.stringify(said)), from };
  });
  const readme = withPart(
    textOf(`${root}README.md`),
    'rules',
    await formatted(root, 'README.md', rulesTable(rules)),
  );
  const pages = rules.map(async (rule) => {
    const path = `server/rules/${rule.id}/README.md`;
    return {
      path,
      text: await rulePage(root, rule, textOf(root + path)),
      from: `server/rules/${rule.id}/rule.ts`,
    };
  });
  return [
    strict,
    ...(await Promise.all(schemas)),
    ...(await manifestWords(root)),
    { path: 'package.json', text: await manifest(root), from },
    { path: 'README.md', text: readme, from },
    {
      path: 'server/core/text/code-pages.ts',
      text: await codePages(root),
      from: 'scripts/generate/code-pages.ts',
    },
    {
      path: 'server/core/text/single-byte-pages.ts',
      text: await singleBytePages(root),
      from: 'scripts/generate/code-pages.ts',
    },
    ...(await Promise.all(pages)),
  ];
}
