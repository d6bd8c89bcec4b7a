import type { Answer } from './call.ts';
import type { Held } from './held.ts';

/** Reads what was said, each activity once. */
export interface Reader {
  fromStart(): void;
  /** History has been read to its end; what comes after that is new. */
  isCaughtUp(): boolean;
  /** How far it has been read. */
  watermark(): string;
  take(answer: Answer, live: boolean): void;
  /** Reads on to the end. @throws Refused */
  readOn(live: boolean): Promise<void>;
}

/** @param arrived `live`: it came just now, and is not history */
export function createReader(
  held: Held,
  arrived: (activities: readonly unknown[], live: boolean) => void,
): Reader {
  let watermark = '0';
  let caughtUp = false;
  const take: Reader['take'] = (answer, live) => {
    if (answer.activities !== undefined) arrived(answer.activities, live);
    if (typeof answer.watermark === 'string') watermark = answer.watermark;
  };
  return {
    fromStart() {
      watermark = '0';
      caughtUp = false;
    },
    isCaughtUp: () => caughtUp,
    watermark: () => watermark,
    take,
    async readOn(live) {
      for (;;) {
        const id = held.now()?.id;
        if (id === undefined) return;
        const page = await held.inside(`conversations/${id}/activities?watermark=${watermark}`);
        // Meanwhile another conversation may have begun: this page is none of it.
        if (!held.isCurrent(id)) return;
        take(page, live);
        if ((page.activities?.length ?? 0) === 0) {
          caughtUp = true;
          return;
        }
      }
    },
  };
}
