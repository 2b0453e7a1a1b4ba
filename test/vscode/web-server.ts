import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** A folder on this machine’s web. */
export interface ServedFolder {
  /** The address of the folder, or of a path in it that begins with a slash. Whoever does not know it can’t get in: it holds a secret. */
  address(path?: string): string;
  stop(): void;
}

const types: Readonly<Record<string, string>> = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/**
 * Serves a folder as a host of extensions does: to pages of any other address. An extension host in a browser takes
 * an extension that is being developed from nowhere else.
 */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const secret = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname));
    const isAllowed = path.startsWith(`/${secret}/`);
    const type = types[/\.\w+$/.exec(path)?.[0] ?? ''] ?? 'application/octet-stream';
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    readFile(join(folder, isAllowed ? path.slice(secret.length + 2) : 'forbidden')).then(
      (bytes) => response.writeHead(200, { ...headers, 'content-type': type }).end(bytes),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: (path = '') => `http://127.0.0.1:${String(port)}/${secret}${path}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
