/** The description of the app that Teams installs, made from the settings and the commands' own words. */
import type { StaffCommand, StaffWording } from '../../src/staff/wording.ts';
import { STAFF_COMMANDS } from '../../src/staff/wording.ts';

/** A version that Teams everywhere accepts. */
export const MANIFEST_VERSION = '1.22';

export interface ManifestSettings {
  /** The bot's app id in Entra. */
  readonly appId: string;
  /** `https://host` of the service. */
  readonly publicUrl: string;
  /** Raised with each upload; Teams shows it. */
  readonly version: string;
  /** Who publishes it: the council or the service. At most 32 letters. */
  readonly publisher: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

export function teamsManifest(settings: ManifestSettings, words: StaffWording): Record<string, unknown> {
  const { appId, publicUrl, version, publisher, privacyUrl, termsUrl } = settings;
  const schema = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`;
  return {
    $schema: schema,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    developer: {
      name: publisher,
      websiteUrl: publicUrl,
      privacyUrl,
      termsOfUseUrl: termsUrl,
    },
    name: { short: 'Signpost', full: 'Signpost for SEND staff' },
    description: {
      short: 'Routes, dates and the law for a SEND worry, and cases of families who wait.',
      full: 'Describe what happened to a family and Signpost answers with the steps, the dates and how they were counted, and the law, from checked pages. Families who ask for a person can be helped from here: their cases are shown in your channel, and the one who takes a case talks to the family in a chat of their own. Only people whom your service has named as staff are answered as staff.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0b4f6c',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: commandsFor('personal', words) },
          { scopes: ['team', 'groupChat'], commands: commandsFor('team', words) },
        ],
      },
    ],
    // It asks Teams for nothing but to be written to: no permission of its own, no access to other data.
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
  };
}

function commandsFor(scope: 'personal' | 'team', { commands }: StaffWording) {
  return STAFF_COMMANDS.filter((name: StaffCommand) => commands[name].menu.includes(scope)).map((name) => ({
    title: commands[name].words[0] ?? name,
    description: commands[name].about,
  }));
}
