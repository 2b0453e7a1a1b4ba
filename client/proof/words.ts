import * as vscode from 'vscode';
import type { Words } from './messages.ts';

/** The words of the proof, in the language of the interface. */
export function words(): Words {
  return {
    noProblems: vscode.l10n.t('No problems were found.'),
    problems: vscode.l10n.t('Problems in this article: {0}.', '{0}'),
    close: vscode.l10n.t('Close'),
    explain: vscode.l10n.t('Explain'),
    noFixes: vscode.l10n.t('There is no fix for this: it needs a person who knows the article.'),
    headline: vscode.l10n.t('Headline'),
    help: vscode.l10n.t('N: next problem · P: previous · Enter: its fixes · E: go to the editor'),
    nothing: vscode.l10n.t('Open an article to see its proof here.'),
  };
}
