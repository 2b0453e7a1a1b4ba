/** A part of a list that is to be replaced. */
export interface Change<T> {
  readonly from: number;
  readonly remove: number;
  readonly put: readonly T[];
}

/** What must be replaced in `before` to make it `after`: all between their common beginning and common end. */
export function changeBetween<T>(before: readonly T[], after: readonly T[]): Change<T> {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, remove: before.length - same - from, put: after.slice(from, after.length - same) };
}
