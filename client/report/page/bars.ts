import type { Counted } from '../messages.ts';

/** So many bars are drawn; what is left is added up in one. */
const mostBars = 14;

interface BarOptions {
  readonly number: (count: number) => string;
  /** What the bar of all others is called; `{0}` is how many they are. */
  readonly others: string;
  /** What a click on a name does; without it names are not to be clicked. */
  readonly click?: (name: string) => void;
}

/** Bars that lie, one a row, with name and number: a table that can be seen. */
export function bars(all: readonly Counted[], { number, others, click }: BarOptions): HTMLTableElement {
  const counts = all.filter(({ count }) => count > 0);
  const shown = counts.slice(0, mostBars);
  const rest = counts.slice(mostBars);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const table = document.createElement('table');
  for (const { name, count } of shown) table.append(row(name, count, most, number, click));
  if (rest.length > 0) {
    const sum = rest.reduce((total, { count }) => total + count, 0);
    table.append(row(others.replace('{0}', number(rest.length)), sum, Math.max(most, sum), number));
  }
  return table;
}

function row(
  name: string,
  count: number,
  most: number,
  number: (count: number) => string,
  click?: (name: string) => void,
): HTMLTableRowElement {
  const made = document.createElement('tr');
  const label = document.createElement('bdi');
  label.textContent = name;
  const head = document.createElement('th');
  head.scope = 'row';
  if (click) {
    const button = document.createElement('button');
    button.className = 'name';
    button.append(label);
    button.addEventListener('click', () => {
      click(name);
    });
    head.append(button);
  } else head.append(label);
  const bar = document.createElement('span');
  bar.className = 'bar';
  bar.style.inlineSize = `${((100 * count) / most).toFixed(1)}%`;
  const [drawn, said] = [document.createElement('td'), document.createElement('td')];
  drawn.append(bar);
  drawn.className = 'drawn';
  said.textContent = number(count);
  made.append(head, drawn, said);
  return made;
}

/** Columns for counts by number: how many articles have no problem, one, two …, the last that many or more. */
export function columns(counts: readonly number[], number: (count: number) => string): HTMLTableElement {
  const most = Math.max(1, ...counts);
  const table = document.createElement('table');
  table.className = 'columns';
  const [heads, drawn] = [document.createElement('tr'), document.createElement('tr')];
  for (const [step, count] of counts.entries()) {
    const head = document.createElement('th');
    head.scope = 'col';
    head.textContent = step === counts.length - 1 ? `${number(step)}+` : number(step);
    const column = document.createElement('span');
    column.className = 'column';
    column.style.blockSize = `${((100 * count) / most).toFixed(1)}px`;
    const cell = document.createElement('td');
    cell.append(count > 0 ? number(count) : '', column);
    heads.append(head);
    drawn.append(cell);
  }
  table.append(drawn, heads);
  return table;
}
