import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { BotFrameworkDoor } from '../../config.ts';
import type { ChannelActivity } from './channel-activity.ts';

/**
 * CloudAdapter without its HTTP part, which prints errors to the console and answers with their message.
 * Both can hold what somebody typed.
 */
export class QuietCloudAdapter extends CloudAdapter {
  /** @throws when the caller cannot be authenticated; what goes wrong later goes to onTurnError */
  async receive(
    authorization: string,
    activity: ChannelActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    // Checked by zod as far as it is relied on; the library's own check adds nothing but its error texts.
    return this.processActivity(authorization, activity as unknown as Activity, logic);
  }
}

/**
 * The adapter for a door. Without a claims validator the library refuses every caller that is another
 * bot, and that is meant: nobody may use this one as a skill.
 */
export function cloudAdapter(door: Exclude<BotFrameworkDoor, { kind: 'off' }>): QuietCloudAdapter {
  // An empty app id switches the library's authentication off; the settings allow that on loopback alone.
  if (door.kind === 'open') return new QuietCloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const { appId, appType, password, tenantId } = door;
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(password === null ? {} : { MicrosoftAppPassword: password }),
    ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
  };
  return new QuietCloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
}
