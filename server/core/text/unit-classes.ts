/**
 * Tells the class of a UTF-16 unit, by its code. Each unit is classified when it is first asked for and then
 * known: where every character of an article is looked at, an expression for each would take most of the time.
 *
 * @param classify The class of a unit, from 0 to 65,534. It is given halves of surrogate pairs, too.
 */
export function unitClasses(classify: (unit: string) => number): (code: number) => number {
  // 0 stands for a unit that nobody asked for. Many runs of the program need none of the tables.
  let known: Uint16Array | undefined;
  return (code) => {
    known ??= new Uint16Array(0x10000);
    const ready = known[code] ?? 0;
    if (ready > 0) return ready - 1;
    const found = classify(String.fromCharCode(code));
    known[code] = found + 1;
    return found;
  };
}
