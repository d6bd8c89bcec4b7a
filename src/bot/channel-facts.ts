/** What a channel knows of a conversation that the message itself does not say. */
import type { TurnContext } from 'botbuilder';

export interface ChannelFacts {
  readonly channel: 'directline' | 'bot-framework' | 'terminal' | 'page';
  /** Slug of the council on whose page the family writes; null when the channel serves many. */
  readonly council: string | null;
}

const CHANNEL_FACTS = Symbol('channel facts');

export function putChannelFacts(context: TurnContext, facts: ChannelFacts): void {
  context.turnState.set(CHANNEL_FACTS, facts);
}

export function channelFactsOf(context: TurnContext): ChannelFacts {
  const facts: ChannelFacts | undefined = context.turnState.get(CHANNEL_FACTS);
  return facts ?? { channel: 'bot-framework', council: null };
}
