/** Every setting of the service, read once. The only place that knows the environment's names. */

import { join } from 'node:path';
import { z } from 'zod';
import type { MailSettings } from './handoff/outbox/mail-transport.ts';
import type { OidcSettings } from './handoff/sign-in/oidc-settings.ts';
import { isLoopback } from './shared/loopback.ts';
import { projectRoot } from './shared/project-root.ts';

const whole = (max: number) => {
  const expected = `must be a whole number from 0 to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .refine((n) => n <= max, expected);
};
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);
const secret = z.string().min(32, 'must have at least 32 characters');

/** An address that passwords or sign-ins go through: only on this machine itself may it do without TLS. */
const safeAddress = z
  .url({ protocol: /^https?$/, error: 'must be an https address', abort: true })
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname), {
    error: 'must be an https address',
  });

/** As Standard Webhooks 1.0 writes it. */
function isWebhookSecret(text: string): boolean {
  const base64 = text.replace(/^whsec_/, '');
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString('base64') === base64;
}

/**
 * Hosts that a Bot Framework activity may ask us to answer to; a leading dot stands for every host below it.
 * An answer carries the bot's own credentials, so it never goes to a host that a caller made up.
 */
const SERVICE_HOSTS = '.botframework.com,smba.trafficmanager.net,.teams.microsoft.com';

const Environment = z.object({
  NODE_ENV: oneOf(['production', 'development', 'test']).default('development'),
  PORT: whole(65_535).default(3978),
  HOST: z.string().optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^file:(?!\/\/)[^?]+$/, 'must be file:PATH (for example file:./data/signpost.db) or file::memory:')
    .default('file:./data/signpost.db'),
  KNOWLEDGE_DIR: z.string().default(join(projectRoot, 'knowledge')),
  TOKEN_SECRET: secret.optional(),
  DIRECT_LINE_SECRET: secret.optional(),
  PROXY_HOPS: whole(10).default(0),
  ALLOWED_SERVICE_HOSTS: z
    .string()
    .default(SERVICE_HOSTS)
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .pipe(
      z.array(z.string().regex(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'must be host names with commas between')),
    ),
  PUBLIC_URL: safeAddress
    .refine((text) => ['', '/'].includes(text.replace(/^\w+:\/\/[^/?#]+/, '')), {
      error: 'must end with the host: https://signpost.example.org.uk',
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  OIDC_ISSUER: safeAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'must be smtp://USER:PASSWORD@HOST:PORT or smtps://...',
    })
    .optional(),
  MAIL_FROM: z.email('must be one e-mail address').optional(),
  HANDOFF_HUB: oneOf(['none', 'channel']).default('none'),
  WEBHOOK_SECRET: z
    .string()
    .refine(isWebhookSecret, 'must be whsec_ and base64 of 24 to 64 bytes')
    .optional(),
  STAFF_FILE: z.string().optional(),
  MicrosoftAppId: z.guid('must be the app id that Azure shows, a GUID').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: oneOf(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MicrosoftAppTenantId: z.string().optional(),
});

export type BotFrameworkDoor =
  /** `/api/messages` does not exist. */
  | { readonly kind: 'off' }
  /** Anybody who can reach the port may speak: for the emulator on a developer's own machine. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'authenticated';
      readonly appId: string;
      readonly appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
      readonly password: string | null;
      readonly tenantId: string | null;
    };

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly databaseUrl: string;
  readonly knowledgeDir: string;
  /** Null: make one and keep it beside the database. */
  readonly tokenSecret: string | null;
  /** Null: no server may ask for Direct Line tokens with a secret. */
  readonly directLineSecret: string | null;
  /** How many proxies of our own stand in front, each adding one address to X-Forwarded-For. */
  readonly proxyHops: number;
  readonly allowedServiceHosts: readonly string[];
  readonly botFramework: BotFrameworkDoor;
  /** Our own address as others reach it: `https://host`. */
  readonly publicUrl: string | null;
  /** Null: advisers sign in with the accounts made here. */
  readonly oidc: OidcSettings | null;
  /** Families of Bot Framework channels get a person through their channel's own engagement hub. */
  readonly handoffHub: boolean;
  /** Null: no mail leaves the service. */
  readonly mail: MailSettings | null;
  /** Null: no webhook leaves the service. */
  readonly webhookSecret: string | null;
  /** Who is staff in Teams; null: everybody who writes there gets the family's conversation. */
  readonly staffFile: string | null;
  /** Names of the settings that nobody set. */
  readonly defaulted: readonly string[];
}

/** A setting that stops the start. The message names it and never repeats its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * @param env the process's environment; an empty value counts as not set
 * @throws ConfigError naming every wrong setting and what it should be
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((one) => `${String(one.path[0])} ${one.message}.`).join('\n'),
    );
  }
  const all = parsed.data;
  const production = all.NODE_ENV === 'production';
  // Without an app id the Bot Framework door cannot tell who speaks, so it stays on this machine.
  const host = all.HOST ?? (all.MicrosoftAppId === undefined && !production ? '127.0.0.1' : '0.0.0.0');
  return {
    production,
    port: all.PORT,
    host,
    logLevel: all.LOG_LEVEL,
    databaseUrl: all.DATABASE_URL,
    knowledgeDir: all.KNOWLEDGE_DIR,
    tokenSecret: all.TOKEN_SECRET ?? null,
    directLineSecret: all.DIRECT_LINE_SECRET ?? null,
    proxyHops: all.PROXY_HOPS,
    allowedServiceHosts: all.ALLOWED_SERVICE_HOSTS,
    botFramework: botFrameworkDoor(all, production, host),
    publicUrl: all.PUBLIC_URL ?? null,
    oidc: oidcSettings(all),
    handoffHub: all.HANDOFF_HUB === 'channel',
    mail: mailSettings(all),
    webhookSecret: all.WEBHOOK_SECRET ?? null,
    staffFile: staffFile(all, botFrameworkDoor(all, production, host)),
    defaulted: Object.keys(Environment.shape).filter((name) => !(name in given)),
  };
}

function oidcSettings(all: z.infer<typeof Environment>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, PUBLIC_URL: publicUrl } = all;
  if (issuer === undefined) return null;
  if (clientId === undefined) throw new ConfigError('OIDC_CLIENT_ID must be set when OIDC_ISSUER is.');
  if (publicUrl === undefined) throw new ConfigError('PUBLIC_URL must be set when OIDC_ISSUER is.');
  const { OIDC_CLIENT_SECRET: clientSecret = null, OIDC_ROLES_CLAIM: rolesClaim } = all;
  return { issuer, clientId, clientSecret, rolesClaim, publicUrl };
}

function mailSettings({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof Environment>): MailSettings | null {
  if (url === undefined) return null;
  if (from === undefined) throw new ConfigError('MAIL_FROM must be set when SMTP_URL is.');
  return { url, from };
}

/** Staff are known by what Microsoft signs; where nobody can tell who speaks, nobody is staff. */
function staffFile({ STAFF_FILE: path }: z.infer<typeof Environment>, door: BotFrameworkDoor): string | null {
  if (path === undefined) return null;
  if (door.kind === 'off') throw new ConfigError('MicrosoftAppId must be set when STAFF_FILE is.');
  return path;
}

function botFrameworkDoor(
  all: z.infer<typeof Environment>,
  production: boolean,
  host: string,
): BotFrameworkDoor {
  const { MicrosoftAppId: appId, MicrosoftAppType: appType } = all;
  if (appId === undefined) {
    const onlyThisMachine = ['127.0.0.1', '::1', 'localhost'].includes(host);
    // Behind a proxy every caller comes from this machine.
    return { kind: !production && onlyThisMachine && all.PROXY_HOPS === 0 ? 'open' : 'off' };
  }
  if (appType !== 'UserAssignedMSI' && all.MicrosoftAppPassword === undefined) {
    throw new ConfigError(`MicrosoftAppPassword must be set when MicrosoftAppType is ${appType}.`);
  }
  if (appType !== 'MultiTenant' && all.MicrosoftAppTenantId === undefined) {
    throw new ConfigError(`MicrosoftAppTenantId must be set when MicrosoftAppType is ${appType}.`);
  }
  return {
    kind: 'authenticated',
    appId,
    appType,
    password: all.MicrosoftAppPassword ?? null,
    tenantId: all.MicrosoftAppTenantId ?? null,
  };
}
