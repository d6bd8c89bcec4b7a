import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const APP = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'a password',
  MicrosoftAppTenantId: 'a tenant',
};

describe('a wrong setting stops the start and names itself', () => {
  it.each([
    ['PORT', 'abc', /PORT must be a whole number from 0 to 65535/],
    ['PORT', '70000', /PORT must be a whole number/],
    ['PORT', '-1', /PORT must/],
    ['NODE_ENV', 'prod', /NODE_ENV must be one of production, development, test/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of/],
    ['DATABASE_URL', 'postgres://u:geheim@h/db', /DATABASE_URL must be file:PATH/],
    ['DATABASE_URL', 'file://host/geheim.db', /DATABASE_URL must be file:PATH/],
    ['DATABASE_URL', 'file:', /DATABASE_URL must be file:PATH/],
    ['TOKEN_SECRET', 'geheim', /TOKEN_SECRET must have at least 32 characters/],
    ['DIRECT_LINE_SECRET', 'geheim', /DIRECT_LINE_SECRET must have at least 32 characters/],
    ['PROXY_HOPS', 'many', /PROXY_HOPS must be a whole number/],
    ['ALLOWED_SERVICE_HOSTS', 'https://x/', /ALLOWED_SERVICE_HOSTS must be host names/],
    ['PUBLIC_URL', 'geheim', /PUBLIC_URL must be an https address/],
    ['PUBLIC_URL', 'http://geheim.example.org', /PUBLIC_URL must be an https address/],
    ['SMTP_URL', 'https://geheim@host', /SMTP_URL must be smtp/],
    ['SMTP_URL', 'smtp:geheim', /SMTP_URL must be smtp/],
    ['SMTP_URL', 'mail.example.org/geheim', /SMTP_URL must be smtp/],
    ['MAIL_FROM', 'geheim', /MAIL_FROM must be one e-mail address/],
    ['MAIL_FROM', 'a@example.org, geheim@example.org', /MAIL_FROM must be one/],
    ['WEBHOOK_SECRET', 'whsec_geheim', /WEBHOOK_SECRET must be whsec_/],
    ['WEBHOOK_SECRET', `geheim!${'a'.repeat(40)}`, /WEBHOOK_SECRET must be whsec_/],
    ['PUBLIC_URL', 'http://geheim.example', /PUBLIC_URL must be an https address/],
    ['PUBLIC_URL', 'https://geheim.example/path', /PUBLIC_URL must end with the host/],
    ['OIDC_ISSUER', 'http://geheim.example', /OIDC_ISSUER must be an https address/],
    ['OIDC_ISSUER', 'geheim', /OIDC_ISSUER must be an https address/],
    ['MicrosoftAppId', 'geheim', /MicrosoftAppId must be the app id/],
    ['MicrosoftAppType', 'Tenant', /MicrosoftAppType must be one of/],
  ])('%s=%s', (name, value, message) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/geheim/);
  });

  it('all of them at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*\nLOG_LEVEL/);
  });

  it.each(['MicrosoftAppPassword', 'MicrosoftAppTenantId'])('%s is missing for a single tenant', (name) => {
    expect(() => readConfig({ ...APP, [name]: '' })).toThrow(name);
  });
});

it('asks who a mail comes from, and sends none without a mail server', () => {
  const url = 'smtp://user:geheim@mail.example.org:587';
  expect(() => readConfig({ SMTP_URL: url })).toThrow('MAIL_FROM must be set when SMTP_URL is.');
  const from = 'signpost@example.org';
  expect(readConfig({ SMTP_URL: url, MAIL_FROM: from }).mail).toEqual({ url, from });
  expect(readConfig({ MAIL_FROM: from }).mail).toBeNull();
});

it('takes the secret of webhooks with and without its mark', () => {
  const base64 = Buffer.alloc(32, 7).toString('base64');
  expect(readConfig({ WEBHOOK_SECRET: base64 }).webhookSecret).toBe(base64);
  expect(readConfig({ WEBHOOK_SECRET: `whsec_${base64}` }).webhookSecret).toBe(`whsec_${base64}`);
});

describe('the sign-in of another provider', () => {
  const OIDC = {
    OIDC_ISSUER: 'https://login.example/tenant/v2.0',
    OIDC_CLIENT_ID: 'signpost',
    PUBLIC_URL: 'https://signpost.example/',
  };
  it.each(['OIDC_CLIENT_ID', 'PUBLIC_URL'])('needs %s', (name) => {
    expect(() => readConfig({ ...OIDC, [name]: '' })).toThrow(`${name} must be set when OIDC_ISSUER is.`);
  });
  it('is off unless it is asked for, and needs no secret', () => {
    expect(readConfig({}).oidc).toBeNull();
    expect(readConfig(OIDC).oidc).toEqual({
      issuer: 'https://login.example/tenant/v2.0',
      clientId: 'signpost',
      clientSecret: null,
      rolesClaim: 'roles',
      publicUrl: 'https://signpost.example',
    });
  });
});

describe('the Bot Framework door', () => {
  it.each([{}, { HOST: '127.0.0.1' }, { HOST: '0.0.0.0' }])(
    'is never open in production without an app id: %j',
    (env) => {
      const config = readConfig({ NODE_ENV: 'production', ...env });
      expect(config.botFramework).toEqual({ kind: 'off' });
    },
  );

  it('is never open behind a proxy, where every caller comes from this machine', () => {
    expect(readConfig({ PROXY_HOPS: '1' }).botFramework).toEqual({ kind: 'off' });
  });

  it('is open in development to this machine alone', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', botFramework: { kind: 'open' } });
    expect(readConfig({ HOST: '0.0.0.0' }).botFramework).toEqual({ kind: 'off' });
  });

  it('authenticates with an app id, and the service then listens to everybody', () => {
    expect(readConfig(APP)).toMatchObject({ host: '0.0.0.0', botFramework: { kind: 'authenticated' } });
    const identity = {
      MicrosoftAppId: APP.MicrosoftAppId,
      MicrosoftAppTenantId: 't',
      MicrosoftAppType: 'UserAssignedMSI',
    };
    expect(readConfig(identity).botFramework).toMatchObject({ password: null });
  });
});

it('runs with no settings at all, and says which are on their defaults', () => {
  const config = readConfig({ PORT: '8080', HOST: '' });
  expect(config).toMatchObject({ port: 8080, databaseUrl: 'file:./data/signpost.db', tokenSecret: null });
  expect(config.knowledgeDir).toMatch(/knowledge$/);
  expect(config.defaulted).toContain('HOST');
  expect(config.defaulted).not.toContain('PORT');
});

it('has every setting in .env.example, and nothing there that does not exist', () => {
  const listed = readFileSync(`${projectRoot}.env.example`, 'utf8').match(/^\w+(?==)/gm);
  expect(listed?.sort()).toEqual([...readConfig({}).defaulted].sort());
});

it('accepts .env.example as it is', () => {
  const lines = readFileSync(`${projectRoot}.env.example`, 'utf8').matchAll(/^(\w+)=(.*)$/gm);
  const env = Object.fromEntries([...lines].map(([, name, value]) => [name ?? '', value]));
  const { defaulted: _, ...same } = readConfig({});
  expect(readConfig(env)).toMatchObject(same);
});
