import { expect, test } from 'vitest';
import { saidMessage } from '../../src/web/console/said-message.ts';

test.each([
  { entities: 'none' },
  { entities: [null] },
  { entities: [{ type: 5 }] },
  { channelData: 5 },
  { from: 'me' },
])('what a family wrote reaches the adviser, whatever its client put beside it: %j', (beside) => {
  const activity = { type: 'message', text: 'help', timestamp: '2026-11-23T10:00:00.000Z', ...beside };
  expect(saidMessage({ seq: 1, from: 'user', clientId: null, activity })).toMatchObject({ text: 'help' });
});
