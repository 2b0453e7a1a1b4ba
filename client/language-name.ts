import * as vscode from 'vscode';

/** A language’s name in the language of the interface; else the one the server gave. */
export function languageName({ language, name }: { language: string; name: string }): string {
  if (language === 'und') return vscode.l10n.t('language unknown');
  try {
    return (
      new Intl.DisplayNames([vscode.env.language], { type: 'language', fallback: 'none' }).of(language) ??
      name
    );
  } catch {
    // Neither the tag of a configuration nor the one of the interface need be well-formed.
    return name;
  }
}
