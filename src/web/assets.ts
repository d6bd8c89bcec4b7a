/** What browsers load, made small at the start of the service: a few hundredths of a second. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';

/** Browsers of the last five years; families with older ones get the page without script. */
const TARGET = ['es2022', 'chrome100', 'firefox100', 'safari15.4'];

export interface Asset {
  readonly content: Buffer;
  readonly packed: Buffer;
}

/** A file at an address that changes with its content, so that it can be kept for ever. */
export interface HashedAsset extends Asset {
  readonly path: string;
}

export function asset(content: Buffer): Asset {
  return { content, packed: gzipSync(content, { level: 9 }) };
}

/** @param path of its address: `/console/app` and `js` make `/console/app-0f3a….js` */
export function hashedAsset(path: string, kind: 'js' | 'css', content: Buffer): HashedAsset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { ...asset(content), path: `${path}-${hash}.${kind}` };
}

export function bundle(entry: URL, format: 'esm' | 'iife'): Buffer {
  const built = buildSync({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    format,
    target: TARGET,
    write: false,
    legalComments: 'none',
  });
  return Buffer.from(built.outputFiles[0]?.contents ?? []);
}

export function smallCss(css: string): string {
  return transformSync(css, { loader: 'css', minify: true, target: TARGET }).code.trim();
}
