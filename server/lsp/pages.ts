import type { RuleId } from '../index.ts';

/** Where the project is kept; the same as `repository` in package.json, by test. */
const repository = 'https://github.com/copydesk/copydesk';

/** The address of the page that explains a rule. */
export function pageOf(rule: RuleId): string {
  return `${repository}/blob/main/server/rules/${rule}/README.md`;
}
