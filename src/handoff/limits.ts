import type { Advisers } from '../knowledge/schema/advisers.ts';

/** How long each side is waited for, in minutes: see the schema of `advisers.yaml`. */
export type Limits = Advisers['minutes'];
