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

/** Whether a document is a record that is open as an article by itself. */
export function isRecordArticle(uri: string): boolean {
  return uri.startsWith(`${articleScheme}:`);
}

/**
 * What a document is part of, for an article that a client shows by itself out of a file of many; else the
 * document itself.
 */
export function originOf(uri: string): { readonly uri: string; readonly language?: string } {
  if (!isRecordArticle(uri)) return { uri };
  const query = new URLSearchParams(decodeURIComponent(new URL(uri).search));
  const [file, language] = [query.get('file'), query.get('language')];
  return { uri: file ?? uri, ...(language !== null && { language }) };
}

/** A URI in a spelling that all programs share: they differ in which characters they escape. */
export function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The folder that a file is in, without a slash at its end. */
export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** Whether a document is a text that its user may clean. */
export function isOwnText(uri: string): boolean {
  return !foreignSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase());
}

/** Whether a document or folder lies somewhere, rather than in the editor alone until it is saved. */
export function isStored(uri: string): boolean {
  const scheme = uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase();
  return isOwnText(uri) && !['untitled', 'inmemory', articleScheme].includes(scheme);
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

/** The folder of a document or a folder; undefined for what is in none. */
export function folderAbove(uri: string): string | undefined {
  const own = uri.replace(/\/$/, '');
  const cut = own.lastIndexOf('/');
  // Before the path a slash belongs to the scheme's “://”, and the host's name is no folder.
  const path = own.indexOf('/', own.includes('://') ? own.indexOf('://') + 3 : 0);
  return path < 0 || cut < path ? undefined : own.slice(0, cut);
}

/** The URI of a name, or a path, in a folder. */
export function nameIn(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path of a document from a folder that holds it. */
export function pathFrom(folder: string, uri: string): string {
  return pathOfUri(uri).slice(slashed(folder).length);
}

/** The path of a folder with a slash at its end. */
function slashed(folder: string): string {
  return pathOfUri(folder).replace(/\/?$/, '/');
}
