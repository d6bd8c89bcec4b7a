/** Runs one turn and keeps the replies instead of sending them, so that they can be stored first. */
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';

export class CollectingAdapter extends BotAdapter {
  readonly replies: Partial<Activity>[] = [];

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.replies.push(...activities);
    return activities.map(({ id }) => ({ id: id ?? '' }));
  }

  override async updateActivity(): Promise<never> {
    throw new Error('a reply that was collected cannot be changed');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('a reply that was collected cannot be deleted');
  }

  override async continueConversation(): Promise<never> {
    throw new Error('proactive messages are delivered by the channel');
  }

  /** The context of a turn for this activity. */
  contextFor(activity: Partial<Activity>): TurnContext {
    return new TurnContext(this, activity);
  }
}
