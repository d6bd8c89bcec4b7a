import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';

/**
 * Keeps what the bot says until the turn is stored, instead of sending it: a reply that was never kept
 * is never seen. Only typing goes out at once, since it means nothing later.
 */
export class CollectingAdapter extends BotAdapter {
  readonly replies: Partial<Activity>[] = [];
  readonly #replyId: (index: number) => string;
  readonly #typing: () => void;

  /** @param replyId the id that the reply in this place will be stored under */
  constructor(replyId: (index: number) => string, typing: () => void) {
    super();
    this.#replyId = replyId;
    this.#typing = typing;
  }

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      switch (activity.type) {
        case ActivityTypes.Typing:
          this.#typing();
          return { id: '' };
        case ActivityTypes.Trace:
        case 'delay':
        case ActivityTypes.ConversationUpdate:
          return { id: '' };
        default: {
          const id = this.#replyId(this.replies.length);
          this.replies.push({ ...activity, id });
          return { id };
        }
      }
    });
  }

  override async updateActivity(): Promise<never> {
    throw new Error('What was said in this channel cannot be changed.');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('What was said in this channel cannot be taken back.');
  }

  override async continueConversation(): Promise<never> {
    throw new Error('Use the deliver function of the channel.');
  }
}
