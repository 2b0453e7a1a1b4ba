import type { TextPattern } from '../../../core/parse/residue.ts';
import { comments } from './notices/comments.ts';
import { messages } from './notices/messages.ts';
import { rights } from './notices/rights.ts';
import { scripts } from './notices/scripts.ts';
import { subscriptions } from './notices/subscriptions.ts';

/** What a notice is known by, and how long it may be; where readers’ rights are the news, they stand in the text. */
export const notices: readonly TextPattern[] = [
  ...rights,
  ...scripts,
  ...subscriptions,
  ...comments,
  ...messages,
];
