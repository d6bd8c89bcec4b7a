/**
 * The reply to a message that discloses danger: numbers first, one short kind message, no question, no
 * route, no judgement of how serious it is (conversation rule 1).
 */

import { paragraphs } from './reply.ts';
import type { Services } from './services.ts';

export function urgentReply(services: Services, council: string | null, young: boolean): string {
  const words = services.wording.urgent;
  return paragraphs(
    young ? words.young : words.open,
    crisisNumbers(services, young ? words.youngBodies : words.bodies, council),
    words.close,
  );
}

/** For a message that may or may not: the numbers gently. @param close what leads on to the answer, if one follows */
export function gentleNumbers(services: Services, council: string | null, close: string | null): string {
  const words = services.wording.maybeUrgent;
  return paragraphs(words.open, crisisNumbers(services, words.bodies, council), close);
}

/** The numbers as a list; the council's own safeguarding team among them where the council is known. */
export function crisisNumbers(
  services: Pick<Services, 'contact' | 'body'>,
  bodies: readonly string[],
  council: string | null,
): string {
  return bodies
    .filter((id) => id !== 'safeguarding' || council !== null)
    .map((id) => (id === 'safeguarding' ? services.contact('safeguarding', council) : services.body(id)))
    .map((line) => `- ${line.replace(/^- /, '')}`)
    .join('\n');
}
