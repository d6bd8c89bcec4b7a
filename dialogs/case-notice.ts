import type { Case } from '../src/handoff/case.ts';
import type { Notice } from '../src/handoff/command.ts';
import type { Utterance } from '../src/handoff/converse.ts';
import { fill } from '../src/shared/fill.ts';
import { paragraphs } from './reply.ts';
import type { Services } from './services.ts';

type Notified = Extract<Utterance, { type: 'notice' }>;

/** What the bot tells a family when something becomes of its case outside a turn of its own. */
export function caseNotice(services: Services, notice: Notice, { council }: Case): Notified {
  const { notices, buttons, person } = services.wording;
  const say = (
    text: string,
    choices: readonly string[] = [],
    status: Notified['status'] = null,
  ): Notified => ({ type: 'notice', text, buttons: choices, status });
  const named = (line: string, name: string) => fill(line, { name });

  switch (notice.type) {
    case 'joined':
      return say(named(notices.joined, notice.name), [], { state: 'accepted', name: notice.name });
    case 'went-away':
      return say(named(notices.wentAway, notice.name));
    case 'came-back':
      return say(named(notices.cameBack, notice.name));
    case 'transferred':
      return say(named(notices.transferred, notice.name));
    case 'returned':
      return say(notices.returned, [buttons.leaveMessage, buttons.stopWaiting]);
    case 'finished': {
      const line = notice.why === 'by-adviser' ? notices.finished : notices.finishedSilent;
      return say(named(line, notice.name), [buttons.person, buttons.other], {
        state: 'completed',
        name: notice.name,
      });
    }
    case 'nobody-came':
      return notice.closed
        ? say(paragraphs(withReturn(notices.nobodyCameClosed), contact()), [
            buttons.leaveMessage,
            buttons.stopWaiting,
          ])
        : say(paragraphs(notices.nobodyCame, contact()), [buttons.leaveMessage, buttons.keepWaiting]);
    case 'gave-up':
      return say(paragraphs(withReturn(notices.gaveUp), contact()), [buttons.leaveMessage, buttons.other], {
        state: 'failed',
        name: '',
      });
  }

  function withReturn(line: string): string {
    const back = services.backAt(council);
    return back === null ? line : `${line} ${fill(notices.back, { when: services.hoursInWords(back) })}`;
  }

  function contact(): string {
    return paragraphs(person.contact, services.contact('sendiass', council));
  }
}
