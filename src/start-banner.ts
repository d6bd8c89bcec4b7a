import type { Config } from './config.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

/** What an operator sees when the service is up: where to look, what is loaded, what nobody has set. */
export function startBanner(config: Config, port: number, knowledge: Knowledge): string[] {
  const host = config.host === '0.0.0.0' ? 'localhost' : config.host;
  const councils = [...knowledge.councils.values()].map(({ place }) => place);
  return [
    `Signpost is running. Open http://${host}:${port}/ in a browser.`,
    `Councils: ${councils.join(', ')}.`,
    `Messages are kept in ${config.databaseUrl}.`,
    `/api/messages ${doorInWords(config.botFramework.kind)}`,
    `Settings on their defaults: ${config.defaulted.join(', ') || 'none'}. All are listed in .env.example.`,
  ];
}

function doorInWords(kind: Config['botFramework']['kind']): string {
  switch (kind) {
    case 'off':
      return 'is closed: MicrosoftAppId is not set.';
    case 'open':
      return 'is open to this machine only, without sign-in: MicrosoftAppId is not set.';
    case 'authenticated':
      return 'is open to Bot Framework channels.';
  }
}
