import { Counter, Histogram, Registry } from 'prom-client';
import type { OutboxCounts } from '../handoff/outbox/hand-over.ts';
import { outboxGauges, type WatchedOutbox } from './outbox-gauges.ts';

export interface Metrics extends OutboxCounts {
  /** The page that Prometheus reads. */
  text(): Promise<{ content: string; type: string }>;
  httpRequest(method: string, route: string, status: number): void;
  rating(about: 'answer' | 'person', helped: 'yes' | 'no'): void;
  turn(channel: string, outcome: 'answered' | 'failed' | 'repeated', seconds: number): void;
  /** A Bot Framework conversation takes nothing more from us: the bot was removed or blocked. */
  referenceGone(kind: 'person' | 'channel'): void;
  /** From now on the page also says what waits in the outbox. Called once. */
  watchOutbox(outbox: WatchedOutbox): void;
}

/** Counts and durations. No label ever holds what somebody typed, nor an address or an id. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'signpost_http_requests_total',
    help: 'HTTP requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const turns = new Counter({
    name: 'signpost_turns_total',
    help: 'Turns by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const ratings = new Counter({
    name: 'signpost_ratings_total',
    help: 'What families said of an answer, or of the talk with a person',
    labelNames: ['about', 'helped'],
    registers,
  });
  const outbox = new Counter({
    name: 'signpost_outbox_attempts_total',
    help: 'What became of each attempt to send something out, by kind',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const gone = new Counter({
    name: 'signpost_bot_framework_addresses_gone_total',
    help: 'Conversations struck off because the channel takes nothing more from us, by kind',
    labelNames: ['kind'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'signpost_turn_seconds',
    help: 'Time from an activity in to its replies stored',
    labelNames: ['channel'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  return {
    text: async () => ({ content: await registry.metrics(), type: registry.contentType }),
    httpRequest: (method, route, status) => requests.inc({ method, route, status }),
    rating: (about, helped) => ratings.inc({ about, helped }),
    outbox: (kind, outcome) => outbox.inc({ kind, outcome }),
    referenceGone: (kind) => gone.inc({ kind }),
    watchOutbox: (watched) => outboxGauges(registers, watched),
    turn(channel, outcome, seconds) {
      turns.inc({ channel, outcome });
      turnSeconds.observe({ channel }, seconds);
    },
  };
}
