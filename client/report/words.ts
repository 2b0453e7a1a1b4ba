import * as vscode from 'vscode';
import type { ReportWords } from './messages.ts';

/** The words of the report, in the language of the interface. */
export function reportWords(): ReportWords {
  return {
    title: vscode.l10n.t('Cleaning report'),
    summary: vscode.l10n.t(
      'Articles: {0}. Without a problem: {1} ({2}). Problems: {3}.',
      '{0}',
      '{1}',
      '{2}',
      '{3}',
    ),
    nothing: vscode.l10n.t(
      'The articles of this folder were never checked. Check them to see how far they are.',
    ),
    check: vscode.l10n.t('Check all articles'),
    byRule: vscode.l10n.t('Problems by rule'),
    bySource: vscode.l10n.t('Problems by source'),
    byLanguage: vscode.l10n.t('Problems by language'),
    spread: vscode.l10n.t('Articles by their number of problems'),
    worst: vscode.l10n.t('Articles with the most problems'),
    progress: vscode.l10n.t('Progress of the cleaning'),
    oneDay: vscode.l10n.t(
      'So far there is one day. Each day on which the corpus is checked adds a point to this plot.',
    ),
    sound: vscode.l10n.t('Articles without a problem'),
    problems: vscode.l10n.t('Problems'),
    day: vscode.l10n.t('Day'),
    inNumbers: vscode.l10n.t('In numbers'),
    others: vscode.l10n.t('{0} others', '{0}'),
  };
}
