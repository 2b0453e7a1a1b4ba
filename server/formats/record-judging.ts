import type { Settings } from '../core/engine/settings.ts';
import type { Edit } from '../core/text/edit.ts';
import type { Finding } from '../core/engine/rule.ts';
import { languageTag } from './language-tag.ts';

/** The settings with the language that an article's own file gives it, where nobody says another. */
export function settingsWith(settings: Settings, said: string | undefined): Settings {
  if (said === undefined || settings.language !== 'auto') return settings;
  const language = languageTag(said);
  return language === undefined ? settings : { ...settings, language };
}

/** The findings without the fixes that their file can't hold: those of which `edits` makes nothing. */
export function possibleFindings(
  findings: readonly Finding[],
  edits: (edits: readonly Edit[]) => readonly Edit[] | undefined,
): Finding[] {
  return findings.map((finding) => {
    const fixes = finding.fixes.filter((fix) => (edits(fix.edits)?.length ?? 0) > 0);
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}
