import * as vscode from 'vscode';
import {
  kinds,
  kindWords,
  places,
  placeWords,
  safetyWords,
  shapeOf,
  type Kind,
  type Pattern,
} from './pattern-words.ts';

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

type Part = 'accept' | 'text' | 'kind' | 'place' | 'safety';

/**
 * Lets somebody change a pattern part by part, all by the keyboard. Calls `accept` with the outcome, again for
 * as long as that gives a reason why it can’t be used; undone by Escape.
 */
export async function editPattern(
  given: Pattern,
  accept: (pattern: Pattern) => Promise<string | undefined>,
): Promise<void> {
  let pattern = given;
  let last: Part = 'text';
  let mistake: string | undefined;
  for (;;) {
    const part = await askPart(pattern, last, mistake);
    if (part === undefined) return;
    if (part === 'accept') {
      mistake = await accept(pattern);
      if (mistake === undefined) return;
      last = 'text';
      continue;
    }
    pattern = await changed(pattern, part);
    mistake = undefined;
    last = 'accept';
  }
}

function askPart(pattern: Pattern, last: Part, mistake: string | undefined): Promise<Part | undefined> {
  const { kind, text } = shapeOf(pattern);
  const { place = 'anywhere', safety = 'safe' } = pattern;
  return pick(
    vscode.l10n.t('Edit the pattern'),
    mistake ?? vscode.l10n.t('What shall be changed? Escape leaves everything as it was.'),
    [
      { label: `$(check) ${vscode.l10n.t('Accept it as it is now')}`, value: 'accept' },
      { label: vscode.l10n.t('What it says'), description: text, value: 'text' },
      { label: vscode.l10n.t('What that is'), description: kindWords(kind), value: 'kind' },
      {
        label: vscode.l10n.t('Where it is believed'),
        description: placeWords(place),
        value: 'place',
      },
      { label: vscode.l10n.t('How it is deleted'), description: safetyWords(safety), value: 'safety' },
    ],
    last,
  );
}

async function changed(pattern: Pattern, part: Exclude<Part, 'accept'>): Promise<Pattern> {
  const { kind, text } = shapeOf(pattern);
  if (part === 'text') {
    const value = await vscode.window.showInputBox({
      title: vscode.l10n.t('What it says'),
      prompt: kindWords(kind),
      value: text,
      ignoreFocusOut: true,
      validateInput: (written) =>
        written.trim() === '' ? vscode.l10n.t('Write at least a word: nothing is in every line.') : undefined,
    });
    return value === undefined ? pattern : { ...pattern, [kind]: value };
  }
  if (part === 'kind') {
    const all = kinds.map((value) => ({ label: kindWords(value), value }));
    const chosen = await pick(vscode.l10n.t('What that is'), '', all, kind);
    return chosen === undefined ? pattern : ofKind(pattern, chosen);
  }
  if (part === 'place') {
    const all = places.map((value) => ({ label: placeWords(value), value }));
    const place = await pick(vscode.l10n.t('Where it is believed'), '', all, pattern.place ?? 'anywhere');
    return place === undefined ? pattern : { ...pattern, place };
  }
  const all = (['review', 'safe'] as const).map((value) => ({ label: safetyWords(value), value }));
  const safety = await pick(vscode.l10n.t('How it is deleted'), '', all, pattern.safety ?? 'safe');
  return safety === undefined ? pattern : { ...pattern, safety };
}

/** The pattern as one of another kind, with the same text. */
function ofKind(pattern: Pattern, kind: Kind): Pattern {
  const { kind: before, text } = shapeOf(pattern);
  if (kind === before) return pattern;
  const others = Object.fromEntries(
    Object.entries(pattern).filter(([key]) => !kinds.some((one) => one === key)),
  );
  const literal = kind === 'expression' ? text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&') : text;
  return { [kind]: literal, ...others };
}

/** Asks for one of several, the current one in front of the eyes. */
async function pick<T>(
  title: string,
  placeholder: string,
  choices: readonly Choice<T>[],
  current: T,
): Promise<T | undefined> {
  const box = vscode.window.createQuickPick<Choice<T>>();
  box.title = title;
  box.placeholder = placeholder;
  box.items = choices;
  box.activeItems = choices.filter(({ value }) => value === current);
  box.ignoreFocusOut = true;
  try {
    return await new Promise<T | undefined>((resolve) => {
      box.onDidAccept(() => {
        resolve(box.activeItems[0]?.value);
      });
      box.onDidHide(() => {
        resolve(undefined);
      });
      box.show();
    });
  } finally {
    box.dispose();
  }
}
