import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Bot } from '../../bot/bot.ts';
import type { BotFrameworkDoor } from '../../config.ts';
import type { HubCommand } from '../../handoff/command.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { PROBLEMS, ProblemError } from '../../shared/problem.ts';
import type { Storage } from '../../storage/storage.ts';
import { hubReport } from '../hub/hub-report.ts';
import { type KeyedLock, keyedLock } from '../keyed-lock.ts';
import type { Metrics } from '../metrics.ts';
import type { HttpRequest, HttpResponse, Route } from '../route.ts';
import { ChannelActivity, ownNames } from './channel-activity.ts';
import { channelTurn, forChannel } from './channel-turn.ts';
import type { QuietCloudAdapter } from './cloud-adapter.ts';
import { fromThisMachine } from './from-this-machine.ts';
import { serviceHostAllowed } from './service-host.ts';
import type { StaffDoor } from './staff/staff-door.ts';
import { within } from './within.ts';

/** A channel that has not taken a reply by then will not take it. */
const SEND_MS = 10_000;

export interface BotFrameworkDeps {
  readonly door: BotFrameworkDoor;
  /** Null where the door is off. */
  readonly adapter: QuietCloudAdapter | null;
  readonly allowedServiceHosts: readonly string[];
  readonly storage: Storage;
  readonly bot: Bot;
  /** Held during each turn of a conversation; whoever else speaks in it holds the same one. */
  readonly lock: KeyedLock;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Null: nobody is staff here. */
  readonly staff: StaffDoor | null;
  /** What the channel's own engagement hub reports of a family's case; null where there is none. */
  readonly report: ((conversationId: string, command: HubCommand) => Promise<void>) | null;
  /** How long a channel may take to receive a reply. Default: ten seconds. */
  readonly sendMs?: number;
}

/** Teams and every other Bot Framework channel. No routes at all when the door is off. */
export function createBotFramework(deps: BotFrameworkDeps): { readonly routes: readonly Route[] } {
  const { door, log, metrics, clock, sendMs = SEND_MS } = deps;
  const { adapter } = deps;
  if (door.kind === 'off' || adapter === null) {
    log.warn('MicrosoftAppId is not set: /api/messages is switched off');
    return { routes: [] };
  }
  if (door.kind === 'open') log.warn('MicrosoftAppId is not set: /api/messages is open to this machine');
  const turns = deps.lock;
  // Sent in the order of the turns, but apart from them: a channel that hangs holds up no next turn.
  const sendings = keyedLock();

  // Whatever went wrong, what is kept stays kept, and the person is told in one sentence.
  adapter.onTurnError = async (context, error) => {
    const cause = error instanceof ProblemError && error.cause !== undefined ? error.cause : error;
    log.error({ err: cause }, 'a turn failed');
    const code = error instanceof ProblemError ? error.code : 'BotRejectedActivity';
    await send(context, [{ type: ActivityTypes.Message, text: PROBLEMS[code].message }]);
  };

  const send = async (context: TurnContext, activities: Partial<Activity>[]) => {
    if (activities.length === 0) return;
    try {
      await within(sendMs, context.sendActivities(activities));
    } catch (err) {
      // The turn is kept; the channel could not be reached or refused. There is nobody left to tell.
      log.error({ err }, 'replies could not be sent');
    }
  };

  const answer = async (activity: ChannelActivity, context: TurnContext) => {
    const names = ownNames(activity);
    const began = clock.now().getTime();
    const count = (outcome: 'answered' | 'failed' | 'repeated') =>
      metrics.turn('bot-framework', outcome, (clock.now().getTime() - began) / 1000);
    try {
      const reported = deps.report === null ? null : hubReport(activity);
      if (reported !== null) {
        await deps.report?.(names.conversationId, reported);
        count('answered');
        return;
      }
      const who = (await deps.staff?.take(activity, context)) ?? 'family';
      if (who !== 'family') {
        count('answered');
        return;
      }
      const typing = () => void send(context, [{ type: ActivityTypes.Typing }]);
      const { sent } = await turns(names.conversationId, async () => {
        const taken = await channelTurn(deps, activity, names, typing);
        count(taken === null ? 'repeated' : 'answered');
        const replies = (taken?.replies ?? []).map(forChannel);
        return { sent: sendings(names.conversationId, () => send(context, replies)) };
      });
      await sent;
    } catch (error) {
      count('failed');
      throw error;
    }
  };

  const handle = async (request: HttpRequest): Promise<HttpResponse> => {
    if (door.kind === 'open' && !fromThisMachine(request.headers)) {
      log.warn(
        '/api/messages is open to this machine alone: a request through a page or a proxy was refused',
      );
      throw new ProblemError('BadToken');
    }
    const parsed = ChannelActivity.safeParse(request.body);
    if (!parsed.success || parsed.data.recipient.role === 'skill') throw new ProblemError('BadRequest');
    const activity = parsed.data;
    if (!serviceHostAllowed(activity.serviceUrl, deps.allowedServiceHosts, door.kind === 'open')) {
      log.warn({ code: 'ServiceHostNotAllowed' }, 'an activity named a service host that is not allowed');
      throw new ProblemError('BadRequest');
    }
    const invoked = await adapter
      .receive(request.headers.authorization ?? '', activity, (context) => answer(activity, context))
      .catch((error: unknown) => {
        // Only authentication can still fail here: see onTurnError.
        log.warn({ err: error }, 'a Bot Framework caller was refused');
        throw new ProblemError('MissingToken', { cause: error });
      });
    return { status: invoked?.status ?? 200 };
  };
  return { routes: [{ method: 'POST', path: '/api/messages', handle }] };
}
