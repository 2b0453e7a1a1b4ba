import { ErrorCodes, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { OwnPattern } from '../../core/parse/own-patterns.ts';
import { withPatterns } from '../../formats/configuration-edit.ts';
import { resolveSettings } from '../../index.ts';
import { configurationEdit, configurationUri } from '../configuration-edit.ts';
import { residueEditMethod, type ResidueEditParams } from '../messages.ts';
import type { Session } from '../session.ts';
import { folderOf } from '../uris.ts';

/**
 * The edit that adds patterns to the configurations that hold for the articles of their examples. A pattern goes
 * into each of them once, all patterns of one together.
 *
 * @throws ResponseError with a sentence for people where a pattern or a configuration is bad.
 */
export async function residueEdit(session: Session, params: unknown): Promise<WorkspaceEdit> {
  const accepted = acceptedIn(params);
  // The last edit may have made a configuration of which no watcher has told yet.
  session.host.forgetConfigurations();
  const wanted = new Map<string, { readonly article: string; readonly patterns: OwnPattern[] }>();
  for (const { examples, pattern } of accepted) {
    // What the configuration would say of it.
    const [problem] = resolveSettings(
      { residue: { patterns: [pattern] } },
      undefined,
      session.abilities.say,
    ).problems;
    if (problem) throw new ResponseError(LSPErrorCodes.RequestFailed, problem.message);
    for (const { uri } of examples) {
      await session.host.prepare(uri, folderOf(uri, session.configurations.folders));
      const target = configurationUri(session, uri);
      const known = wanted.get(target) ?? { article: uri, patterns: [] };
      if (!known.patterns.includes(pattern)) known.patterns.push(pattern);
      wanted.set(target, known);
    }
  }
  const edits = [...wanted.values()].map(({ article, patterns }) =>
    configurationEdit(session, article, (text) => withPatterns(text, patterns).text),
  );
  return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
}

function acceptedIn(params: unknown): ResidueEditParams['accepted'] {
  const { accepted } = (params ?? {}) as Partial<ResidueEditParams>;
  const isAccepted = (one: unknown): boolean => {
    const { examples, pattern } = (one ?? {}) as Partial<ResidueEditParams['accepted'][number]>;
    return (
      typeof pattern === 'object' &&
      Array.isArray(examples) &&
      examples.length > 0 &&
      examples.every((example) => typeof (example as { uri?: unknown } | null)?.uri === 'string')
    );
  };
  if (Array.isArray(accepted) && accepted.length > 0 && accepted.every(isAccepted))
    return accepted as ResidueEditParams['accepted'];
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    `${residueEditMethod}: it does not say which patterns are accepted and where they were found (accepted, with “pattern” and “examples” each).`,
  );
}
