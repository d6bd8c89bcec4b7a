import { z } from 'zod';
import { ConfigError, readConfig } from '../../src/config.ts';
import type { ManifestSettings } from './manifest.ts';

const Own = z.object({
  TEAMS_PUBLISHER: z.string().max(32, 'must have at most 32 characters').default('Signpost'),
  TEAMS_PRIVACY_URL: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
  TEAMS_TERMS_URL: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
});

/**
 * The settings of the service, and three that only the app package has.
 * @throws ConfigError naming what is missing or wrong
 */
export function manifestSettings(
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): ManifestSettings {
  const { botFramework, publicUrl } = readConfig(env);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const own = Own.safeParse(given);
  if (!own.success)
    throw new ConfigError(own.error.issues.map((one) => `${String(one.path[0])} ${one.message}.`).join('\n'));
  if (botFramework.kind !== 'authenticated')
    throw new ConfigError('MicrosoftAppId must be set: the package names the bot by it.');
  if (publicUrl === null || !publicUrl.startsWith('https:'))
    throw new ConfigError('PUBLIC_URL must be set to the https address of the service.');
  const { TEAMS_PUBLISHER, TEAMS_PRIVACY_URL = publicUrl, TEAMS_TERMS_URL = publicUrl } = own.data;
  return {
    appId: botFramework.appId,
    publicUrl,
    version,
    publisher: TEAMS_PUBLISHER,
    privacyUrl: TEAMS_PRIVACY_URL,
    termsUrl: TEAMS_TERMS_URL,
  };
}
