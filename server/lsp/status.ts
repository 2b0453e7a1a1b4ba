import { languages } from '../index.ts';
import { isSafelyFixable } from './code-actions.ts';
import type { Judgement } from './judgements.ts';
import type { ArticleStatus, KnownLanguage } from './messages.ts';

/** What the client's status item shows of a document. */
export function statusOf({ document, version, judging, analysis }: Judgement): ArticleStatus {
  const language = analysis?.article.language ?? 'und';
  const findings = analysis?.findings ?? [];
  return {
    uri: document.uri,
    version,
    article: analysis !== null,
    language,
    languageName: languages.find((known) => known.language === language)?.name ?? language,
    languageFrom: judging.languageFrom,
    findings: findings.length,
    safe: findings.filter(isSafelyFixable).length,
  };
}

/** The languages that have data of their own, by name. */
export function knownLanguages(): KnownLanguage[] {
  return languages
    .map(({ language, name }) => ({ language, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
