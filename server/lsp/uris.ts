import { configurationNames } from '../formats/configuration-file.ts';
import { articleScheme } from './messages.ts';

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

/**
 * What a document is part of, for an article that a client shows by itself out of a file of many; else the
 * document itself.
 */
export function originOf(uri: string): { readonly uri: string; readonly language?: string } {
  if (!uri.startsWith(`${articleScheme}:`)) return { uri };
  const query = new URLSearchParams(decodeURIComponent(new URL(uri).search));
  const [file, language] = [query.get('file'), query.get('language')];
  return { uri: file ?? uri, ...(language !== null && { language }) };
}

/** Whether a document is a text that its user may clean. */
export function isOwnText(uri: string): boolean {
  return !foreignSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase());
}

export function isConfigurationUri(uri: string): boolean {
  const path = pathOfUri(uri);
  return configurationNames.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** The innermost of the folders that holds a document; undefined if none does. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const path = pathOfUri(uri);
  return folders
    .filter((folder) => path.startsWith(slashed(folder)))
    .sort((one, other) => slashed(other).length - slashed(one).length)[0];
}

/** The path of a document from the innermost of the folders that hold it; from the root if none does. */
export function pathInFolders(uri: string, folders: readonly string[]): string {
  const folder = folderOf(uri, folders);
  return pathOfUri(uri)
    .slice(folder === undefined ? 0 : slashed(folder).length)
    .replace(/^\/+/, '');
}

/** The path of a folder with a slash at its end. */
function slashed(folder: string): string {
  return pathOfUri(folder).replace(/\/?$/, '/');
}
