import { messageOf, type Severity } from '../../index.ts';
import { titleOfArticle, type Entries, type Frame } from './report.ts';
import { visible } from './visible.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const checkstyleFrame: Frame = {
  begin: `${declaration}<checkstyle version="4.3">\n`,
  between: '',
  end: () => '</checkstyle>\n',
};

/** Checkstyle's report, which many build servers read. */
export const checkstyleEntries: Entries = function* ({ name, findings, placeAt }) {
  yield `  <file name="${escaped(name)}">\n`;
  for (const finding of findings) {
    const { line, character } = placeAt(finding.start);
    yield `    <error line="${String(line + 1)}" column="${String(character + 1)}" severity="${levels[finding.severity]}" message="${escaped(messageOf(finding))}" source="copydesk.${escaped(finding.rule.replace('/', '.'))}"/>\n`;
  }
  yield '  </file>\n';
};

export const junitFrame: Frame = {
  begin: `${declaration}<testsuites name="copydesk">\n`,
  between: '',
  end: () => '</testsuites>\n',
};

/** JUnit's report: an article is a suite, a finding a test that failed; an article in order is one that passed. */
export const junitEntries: Entries = function* ({ findings, placeAt, ...article }) {
  const name = titleOfArticle(article);
  const tests = String(Math.max(1, findings.length));
  const failures = String(findings.length);
  yield `  <testsuite name="${escaped(name)}" tests="${tests}" failures="${failures}" errors="0">\n`;
  if (findings.length === 0) yield `    <testcase name="in order" classname="${escaped(name)}"/>\n`;
  for (const finding of findings) {
    const { line, character } = placeAt(finding.start);
    const place = `${String(line + 1)}:${String(character + 1)}`;
    const message = escaped(messageOf(finding));
    yield `    <testcase name="${escaped(`${finding.rule} ${place}`)}" classname="${escaped(name)}">\n`;
    yield `      <failure type="${levels[finding.severity]}" message="${message}">${escaped(`${name}:${place}`)} ${message}</failure>\n    </testcase>\n`;
  }
  yield '  </testsuite>\n';
};

/** A text in an element or an attribute; what XML can't hold is shown by its number. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
