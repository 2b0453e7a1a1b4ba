import { configurationNames } from '../formats/configuration-file.ts';

/** Documents that show something else than a text of the user's own: another version, a cell, an output. */
const foreignSchemes = new Set(['git', 'gitlens', 'output', 'vscode-notebook-cell', 'vscode-scm', 'comment']);

/** The path of a URI, decoded; the URI itself where it is none. */
export function pathOfUri(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return uri;
  }
}

/** Whether a document is a text that its user may clean. */
export function isOwnText(uri: string): boolean {
  return !foreignSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase());
}

export function isConfigurationUri(uri: string): boolean {
  const path = pathOfUri(uri);
  return configurationNames.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** The path of a document from the innermost of the folders that hold it; from the root if none does. */
export function pathInFolders(uri: string, folders: readonly string[]): string {
  const path = pathOfUri(uri);
  const holding = folders
    .map((folder) => pathOfUri(folder).replace(/\/?$/, '/'))
    .filter((folder) => path.startsWith(folder))
    .sort((one, other) => other.length - one.length);
  return path.slice(holding[0]?.length ?? 0).replace(/^\/+/, '');
}
