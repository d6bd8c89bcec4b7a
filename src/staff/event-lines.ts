import { adviserOf } from '../handoff/case.ts';
import type { CaseChange } from '../handoff/watcher.ts';
import { fill } from '../shared/fill.ts';
import type { StaffWording } from './wording.ts';

export interface EventLines {
  /** For the adviser who has just got the case. */
  readonly arriving: readonly string[];
  /** For the one who still has it. */
  readonly staying: readonly string[];
  /** For the one who has it no longer. */
  readonly leaving: readonly string[];
}

/** What an adviser has to be told besides the card: what they did not do themselves. */
export function eventLines({ before, after, events }: CaseChange, words: StaffWording): EventLines {
  const { ref, status } = after;
  const line = (template: string, more: Record<string, string> = {}) => fill(template, { ref, ...more });
  const arriving: string[] = [];
  const staying: string[] = [];
  const leaving: string[] = [];
  for (const { type, why } of events) {
    switch (type) {
      case 'transferred': {
        const name = before === null ? '' : (adviserOf(before)?.name ?? '');
        arriving.push(line(words.events.transferredToYou, { name }));
        break;
      }
      case 'finished':
        if (why === 'by-family') staying.push(line(words.events.leftByFamily));
        if (why === 'family-silent') staying.push(line(words.events.familySilent));
        break;
      case 'flagged-red':
        staying.push(line(words.events.red));
        break;
      case 'returned':
        if (why === 'adviser-silent') leaving.push(line(words.events.adviserSilent));
        if (why === 'not-opened') leaving.push(line(words.events.notOpened));
        break;
      case 'abandoned':
        leaving.push(line(words.events.lost));
        if (status.state === 'abandoned') leaving.push(words.case.ended[status.why]);
        break;
      case 'opened':
      case 'claimed':
      case 'joined':
      case 'went-away':
      case 'came-back':
      case 'said':
      case 'noted':
      case 'closed':
      case 'warned':
      case 'message-left':
      case 'exported':
        break;
    }
  }
  return { arriving, staying, leaving };
}
