import { CloudAdapter, type TurnContext } from 'botbuilder';
import { z } from 'zod';

const Client = z.object({ client: z.object({ pipeline: z.object({ removePolicy: z.function() }) }) });

/**
 * Takes the connector client's own retries out of this turn. They would go on after the outbox has counted
 * the attempt as failed and begun the next, and somebody would read a message twice.
 *
 * @throws Error when the library has changed so that they cannot be taken out
 */
export function oneAttempt(context: TurnContext): void {
  const { adapter } = context;
  const client: unknown =
    adapter instanceof CloudAdapter ? context.turnState.get(adapter.ConnectorClientKey) : undefined;
  if (!Client.safeParse(client).success) throw new Error('the connector client has no pipeline');
  const { pipeline } = (client as { client: { pipeline: { removePolicy(by: { name: string }): unknown[] } } })
    .client;
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1)
    throw new Error('the connector client retries in a way that is not known');
}
