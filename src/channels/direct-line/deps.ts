import type { Bot } from '../../bot/bot.ts';
import type { Feed } from '../../handoff/feed.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Storage } from '../../storage/storage.ts';
import type { KeyedLock } from '../keyed-lock.ts';
import type { Metrics } from '../metrics.ts';

export interface DirectLineDeps {
  readonly storage: Storage;
  readonly bot: Bot;
  /** Held during each turn of a conversation; whoever else speaks in it holds the same one. */
  readonly lock: KeyedLock;
  /** Told of what was said; what others say is heard here and pushed. */
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** At least 32 bytes; see token-secret.ts. */
  readonly tokenSecret: Uint8Array;
  /** DIRECT_LINE_SECRET, or null when nobody may ask for tokens with a secret. */
  readonly directLineSecret: string | null;
  /** The web origins that a council allows; null when there is no such council. */
  readonly originsOf: (council: string) => readonly string[] | null;
  /** An id that nobody can guess. */
  readonly newId: () => string;
}
