import ignore from 'ignore';

/**
 * What a configuration's `exclude` leaves out. The globs mean what they mean in a .gitignore beside the
 * configuration: `drafts/` is every folder of that name, `/drafts/` the one here, `!` takes back.
 *
 * @returns Whether a path is left out; it is relative to the configuration's folder, with `/` between folders.
 */
export function exclusion(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matcher = ignore().add(globs);
  return (path) => ignore.isPathValid(path) && matcher.ignores(path);
}
