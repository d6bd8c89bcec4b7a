import { namesCertificate } from '../hearing/date-kind.ts';
import { mindOf } from '../memory.ts';
import { withDate } from '../situation.ts';
import type { Handler } from './handler.ts';

/**
 * Keeps the day on a mediation certificate that is told beside other things, and that one was spoken of. Never
 * deals with the message: the letter's date, or the whole matter, may stand in it too.
 */
export const noteCertificate: Handler = async (dc, { text }, services) => {
  if (!namesCertificate(text)) return false;
  const { memory } = mindOf(dc.context);
  memory.spokeOfCertificate = true;
  const date = services.readCertificate(text);
  if (date === null) return false;
  memory.looseCertificate = date;
  const { situation } = memory;
  if (situation !== null && dc.activeDialog !== undefined) {
    memory.situation = withDate(situation, 'certificate', date);
  }
  return false;
};
