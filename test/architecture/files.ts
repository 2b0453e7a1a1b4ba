import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The repository's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** All files of the repository, those not yet committed as well, as paths with slashes. */
export function repositoryFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0');
  return listed.filter((path) => path !== '' && existsSync(root + path));
}

export function textOf(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/**
 * What a source file imports, types and dynamic imports among it: files of the repository as paths from its
 * folder, packages by their names.
 */
export function importsOf(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(textOf(path), true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? new URL(fileName, `file:///${path}`).pathname.slice(1) : fileName,
  );
}
