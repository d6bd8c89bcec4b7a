import { describe, expect, test } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../../src/shared/problem.ts';

/** A message of a family can end in each of these. */
const AFTER_A_MESSAGE: readonly ProblemCode[] = [
  'TokenExpired',
  'ConversationEnded',
  'BodyTooLarge',
  'NoUploads',
  'TooManyRequests',
  'BotRejectedActivity',
  'StorageUnavailable',
  'Internal',
];

describe('a message that cannot be taken', () => {
  test.each(AFTER_A_MESSAGE)('%s still says whom to ring in danger', (code) => {
    expect(PROBLEMS[code].message).toContain('999');
  });
});
