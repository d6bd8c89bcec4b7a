/** `npm run teams:package`: writes the app package that a Teams administrator uploads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../../src/config.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { loadStaffWording } from '../../src/staff/wording.ts';
import { teamsManifest } from './manifest.ts';
import { manifestSettings } from './settings.ts';
import { zipPackage } from './zip-package.ts';

const Package = z.object({ version: z.string() });

try {
  const { version } = Package.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));
  const manifest = teamsManifest(manifestSettings(process.env, version), loadStaffWording());
  const folder = join(import.meta.dirname, 'out');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'signpost-teams.zip');
  writeFileSync(file, zipPackage(manifest));
  process.stdout.write(`${file}\nUpload it as deploy/teams/README.md says.\n`);
} catch (error) {
  const expected = error instanceof ConfigError || (error instanceof Error && error.name === 'Error');
  process.stderr.write(
    `The package was not made.\n${expected ? (error as Error).message : String((error as Error).stack)}\n`,
  );
  process.exitCode = 1;
}
