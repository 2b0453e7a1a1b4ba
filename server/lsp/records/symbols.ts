import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { Abilities } from '../abilities.ts';
import { toRange } from '../convert.ts';
import { quotationSymbols } from '../symbols.ts';
import type { RecordsTable } from './records-table.ts';

/** Of a file with more quotations the outline has the records alone: editors are slow with so many entries. */
const mostQuotations = 3_000;

/** The outline of a file of records: each by its headline, and below it its quotations with who speaks. */
export function recordsSymbols(
  records: RecordsTable,
  abilities: Abilities,
): DocumentSymbol[] | SymbolInformation[] {
  const { entries, file } = records;
  const quotations = entries.reduce((sum, { seen }) => sum + (seen?.quotations ?? 0), 0);
  const deep = quotations <= mostQuotations;
  const symbols = entries.map((entry, index): DocumentSymbol => {
    const range = toRange(file, entry);
    const judged = deep && (entry.seen?.quotations ?? 0) > 0 ? records.article(entry) : undefined;
    return {
      name: records.nameOf(entry) || `(${String(index + 1)})`,
      detail: String(index + 1),
      kind: SymbolKind.Module,
      range,
      selectionRange: range,
      children: judged ? quotationSymbols(judged, abilities.say) : [],
    };
  });
  return abilities.symbolTree ? symbols : symbols.flatMap((symbol) => flat(file.uri, symbol));
}

/** For a client without trees: one after the other, each with the name of what it is in. */
function flat(uri: string, symbol: DocumentSymbol, within?: DocumentSymbol): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol;
  return [
    { name, kind, location: { uri, range }, ...(within && { containerName: within.name }) },
    ...children.flatMap((child) => flat(uri, child, symbol)),
  ];
}
