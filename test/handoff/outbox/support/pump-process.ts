/** A process that does nothing but empty the outbox of the database in its first argument. */
import { createPump } from '../../../../src/handoff/outbox/pump.ts';
import { webhookSender } from '../../../../src/handoff/outbox/send-webhook.ts';
import { notConfigured } from '../../../../src/handoff/outbox/sender.ts';
import { realTimer } from '../../../../src/handoff/outbox/timer.ts';
import { systemClock as clock } from '../../../../src/shared/clock.ts';
import { createLog } from '../../../../src/shared/log.ts';
import { openStorage } from '../../../../src/storage/open-storage.ts';

const [, , url = '', webhookSecret = ''] = process.argv;
createPump({
  storage: await openStorage(url),
  senders: {
    activity: notConfigured,
    email: notConfigured,
    webhook: webhookSender(webhookSecret, clock),
  },
  clock,
  timer: realTimer,
  random: Math.random,
  log: createLog('silent'),
  metrics: { outbox: () => {} },
}).wake();
// Until it is killed.
setInterval(() => {}, 60_000);
