import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the program keeps what it can make again: the user’s own folder for such things, never a folder of
 * articles. Undefined where the system names no such folder.
 */
export function cacheFolder(): string | undefined {
  const { COPYDESK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (COPYDESK_CACHE !== undefined && COPYDESK_CACHE !== '') return COPYDESK_CACHE;
  if (process.platform === 'win32')
    return LOCALAPPDATA === undefined ? undefined : join(LOCALAPPDATA, 'copydesk');
  if (XDG_CACHE_HOME !== undefined && XDG_CACHE_HOME !== '') return join(XDG_CACHE_HOME, 'copydesk');
  const home = homedir();
  return home === '' || home === '/' ? undefined : join(home, '.cache', 'copydesk');
}
