import { createRequire } from 'node:module';
import type { DirectLine } from 'botframework-directlinejs';

/** How much faster than life the client's waiting passes: its 3 to 15 seconds become 30 to 150 ms. */
const SPEED = 100;

type Scheduler = NonNullable<ConstructorParameters<typeof DirectLine>[0]['scheduler']>;

interface ActionClass {
  new (scheduler: unknown, work: unknown): { schedule(state?: unknown, delay?: number): unknown };
}

// The client's own copy of rxjs, wherever it was installed.
const clientRequire = createRequire(createRequire(import.meta.url).resolve('botframework-directlinejs'));
const { AsyncAction }: { AsyncAction: ActionClass } = clientRequire('rxjs/scheduler/AsyncAction');
const { AsyncScheduler }: { AsyncScheduler: new (action: ActionClass, now: () => number) => Scheduler } =
  clientRequire('rxjs/scheduler/AsyncScheduler');

class QuickAction extends AsyncAction {
  override schedule(state?: unknown, delay = 0): unknown {
    return super.schedule(state, delay / SPEED);
  }
}

export const quickScheduler: Scheduler = new AsyncScheduler(QuickAction, () => Date.now() * SPEED);
