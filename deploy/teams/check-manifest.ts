import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { MANIFEST_VERSION } from './manifest.ts';

const require = createRequire(import.meta.url);

/** Microsoft's published schema, from its own package: the check needs no network. */
function schema(): Record<string, unknown> {
  const folder = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const file = join(folder, 'build/json-schemas/teams', `v${MANIFEST_VERSION}`, 'MicrosoftTeams.schema.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

/** @returns what is wrong with the manifest, a line each; nothing when Teams would take it */
export function checkManifest(manifest: unknown): string[] {
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const valid = ajv.compile(schema());
  if (valid(manifest)) return [];
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}
