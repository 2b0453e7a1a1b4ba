import { languages } from '../index.ts';
import { isSafelyFixable } from './code-actions.ts';
import type { Judgement } from './judgements.ts';
import type { ArticleStatus, KnownLanguage } from './messages.ts';

/** What the client's status item shows of a document. */
export function statusOf(judgement: Judgement): ArticleStatus {
  const { document, version, judging, analysis, records } = judgement;
  const language = analysis?.article.language ?? records?.language ?? 'und';
  const findings = analysis?.findings ?? records?.entries.flatMap(({ seen }) => seen?.findings ?? []) ?? [];
  return {
    uri: document.uri,
    version,
    article: analysis !== null,
    language,
    languageName: languages.find((known) => known.language === language)?.name ?? language,
    languageFrom: judging.languageFrom,
    findings: findings.length,
    ...(records && { records: { count: records.entries.length, pending: records.pending } }),
    safe: findings.filter(isSafelyFixable).length,
  };
}

/** The languages that have data of their own, by name. */
export function knownLanguages(): KnownLanguage[] {
  return languages
    .map(({ language, name }) => ({ language, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
