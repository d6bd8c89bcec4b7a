import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../deploy/teams/check-manifest.ts';
import { teamsManifest } from '../../deploy/teams/manifest.ts';
import { manifestSettings } from '../../deploy/teams/settings.ts';
import { zipPackage } from '../../deploy/teams/zip-package.ts';
import { loadStaffWording } from '../../src/staff/wording.ts';

const ENV = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: 'tenant',
  PUBLIC_URL: 'https://signpost.example.org.uk',
};
const words = loadStaffWording();
const manifest = () => teamsManifest(manifestSettings(ENV, '1.2.3'), words);

/** Width and height, as PNG says them in its first chunk. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('the settings of the app package', () => {
  it.each([
    [{ MicrosoftAppId: '' }, 'MicrosoftAppId must be set'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL must be set'],
    [{ PUBLIC_URL: 'http://localhost:3978' }, 'PUBLIC_URL must be set to the https address'],
    [{ TEAMS_PUBLISHER: 'x'.repeat(33) }, 'TEAMS_PUBLISHER must have at most 32'],
    [{ TEAMS_PRIVACY_URL: 'http://x.example' }, 'TEAMS_PRIVACY_URL must be an https address'],
  ])('are refused with %j', (wrong, message) => {
    expect(() => manifestSettings({ ...ENV, ...wrong }, '1.2.3')).toThrow(message);
  });
});

describe('the app package', () => {
  it('keeps Microsoft’s schema', () => {
    expect(checkManifest(manifest())).toEqual([]);
  });

  it('is not made when the schema is not kept', () => {
    expect(() => zipPackage({ ...manifest(), accentColor: 'blue' })).toThrow('/accentColor');
    expect(() => zipPackage({ ...manifest(), unknown: 1 })).toThrow('additional');
  });

  it('holds the manifest and two icons of the sizes that Teams wants, and the same bytes each time', () => {
    const zip = zipPackage(manifest());
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(sizeOf(files['color.png'] ?? new Uint8Array(24))).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'] ?? new Uint8Array(24))).toEqual([32, 32]);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(manifest());
    expect(zipPackage(manifest())).toEqual(zip);
  });

  it('holds no secret', () => {
    expect(strFromU8(zipPackage(manifest()), true)).not.toContain('secret');
    expect(JSON.stringify(manifest())).not.toContain('secret');
  });

  it('lists commands that Teams shows in full', () => {
    for (const { menu, words: said, about } of Object.values(words.commands)) {
      if (menu.length === 0) continue;
      expect(said[0]?.length).toBeLessThanOrEqual(32);
      expect(about.length).toBeLessThanOrEqual(128);
    }
  });
});
