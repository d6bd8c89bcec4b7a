import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { checkManifest } from './check-manifest.ts';

const ICONS = join(import.meta.dirname, 'icons');
/** The same package always has the same bytes. */
const MADE = '2026-01-01T00:00:00';

/** The zip that Teams takes. @throws Error with every point in which Microsoft's schema is not kept */
export function zipPackage(manifest: Record<string, unknown>): Uint8Array {
  const wrong = checkManifest(manifest);
  if (wrong.length > 0) throw new Error(['The manifest would be refused:', ...wrong].join('\n'));
  const icon = (name: string) => new Uint8Array(readFileSync(join(ICONS, name)));
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const files = {
    'manifest.json': text,
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  };
  return zipSync(files, { mtime: MADE, level: 9 });
}
