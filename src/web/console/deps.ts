import type { Desk } from '../../handoff/desk.ts';
import type { Feed } from '../../handoff/feed.ts';
import type { OidcSettings } from '../../handoff/sign-in/oidc-settings.ts';
import type { Search } from '../../knowledge/search.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Storage } from '../../storage/storage.ts';

export interface ConsoleDeps {
  readonly storage: Storage;
  readonly desk: Desk;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
  /** The content and its index as they are now. */
  readonly search: () => Search;
  readonly newId: () => string;
  /** So many bytes that nobody can guess. */
  readonly random: (bytes: number) => Buffer;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** At least 32 bytes; see token-secret.ts. */
  readonly secret: Uint8Array;
  readonly settings: {
    readonly proxyHops: number;
    readonly publicUrl: string | null;
    readonly oidc: OidcSettings | null;
  };
}
