/** As wide as the rest of the sources. */
const width = 110;

/**
 * JSON as language files are laid out: whatever fits on a line stands on one, and lists of words fill their
 * lines. The formatters at hand put each word on a line of its own, or align the words of a list in
 * columns, so that one long word changes all of them.
 */
export function laidOut(data: unknown): string {
  return `${lay(data, '', '')}\n`;
}

/** @param before What stands before the value on its line, without the indentation. */
function lay(value: unknown, indent: string, before: string): string {
  const flat = inline(value);
  // A comma may follow.
  if (indent.length + before.length + flat.length < width || typeof value !== 'object' || value === null)
    return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const words = value.every((item) => typeof item !== 'object');
    const items = words
      ? filled(value.map(inline), inner)
      : value.map((item) => inner + lay(item, inner, ''));
    return `[\n${items.join(words ? '\n' : ',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, member]) => {
    const key = `${JSON.stringify(name)}: `;
    return inner + key + lay(member, inner, key);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function filled(items: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  items.forEach((item, index) => {
    const piece = index < items.length - 1 ? `${item},` : item;
    if (line !== '' && line.length + 1 + piece.length > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? indent + piece : ` ${piece}`;
  });
  return [...lines, line];
}
