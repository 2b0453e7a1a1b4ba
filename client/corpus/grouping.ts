/** How the list of all problems is divided. */
export type Grouping = 'rule' | 'folder' | 'file';

/** What the list needs to know of a problem. */
export interface Listed {
  readonly rule: string;
  /** The article’s path from its workspace folder, with slashes. */
  readonly path: string;
  readonly message: string;
}

/** Problems of one kind, with what they have in common as their name. */
export interface Group<T> {
  readonly name: string;
  readonly problems: readonly T[];
}

/** The problems divided, the groups with most first and those with as many by name. */
export function grouped<T extends Listed>(problems: readonly T[], grouping: Grouping): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const problem of problems) {
    const name = nameFor(problem, grouping);
    const group = groups.get(name);
    if (group) group.push(problem);
    else groups.set(name, [problem]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, problems: members }))
    .sort((one, other) => other.problems.length - one.problems.length || (one.name < other.name ? -1 : 1));
}

function nameFor({ rule, path }: Listed, grouping: Grouping): string {
  if (grouping === 'rule') return rule;
  if (grouping === 'file') return path;
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

/** The problems whose rule, path or message holds each word, whatever its case. */
export function filtered<T extends Listed>(problems: readonly T[], words: string): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...problems];
  return problems.filter(({ rule, path, message }) => {
    const text = `${rule}\n${path}\n${message}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
