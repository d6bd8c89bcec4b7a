import { z } from 'zod';

/**
 * The case that a link in a mail asks for. Only ever an id, so that a link which somebody made up can lead
 * nowhere but into our own console.
 */
export const LinkedCase = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .nullable()
  .catch(null);

/** Where an adviser lands: on the case that they came for, or on the queue. */
export const consoleAt = (caseId: string | null): string =>
  caseId === null ? '/console' : `/console#case=${caseId}`;
