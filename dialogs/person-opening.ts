import type { Memory } from './memory.ts';
import { paragraphs } from './reply.ts';
import { urgentReply } from './safety.ts';
import type { Services } from './services.ts';

/** What everybody is told who asks for a person: the numbers after danger, and SENDIASS (rule 7). */
export function personOpening(services: Services, { danger, council, why, situation }: Memory): string {
  const { person } = services.wording;
  return paragraphs(
    danger === 'none' ? null : urgentReply(services, council, situation?.cues.youngPerson === true),
    why === 'about-the-bot' ? person.aboutBot : null,
    person.contact,
    services.contact('sendiass', council),
  );
}
