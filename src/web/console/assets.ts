import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { type Asset, chatStyles } from '../widget/assets.ts';

/** Browsers of the last five years. */
const TARGET = ['es2022', 'chrome100', 'firefox100', 'safari15.4'];

/** In the order of the page: a later one may put an earlier one right. */
const STYLES = ['base', 'header', 'queue', 'talk', 'reply', 'sheet', 'dialogs', 'layouts'];

/** A file at an address that changes with its content, so that it can be kept for ever. */
export interface HashedAsset extends Asset {
  readonly path: string;
}

export interface ConsoleAssets {
  readonly script: HashedAsset;
  readonly style: HashedAsset;
  /** Of the sign-in page, which loads nothing. */
  readonly signInCss: string;
}

/** What the adviser's browser loads, made small at the start of the service. */
export function buildConsoleAssets(): ConsoleAssets {
  const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const small = (css: string) =>
    transformSync(css, { loader: 'css', minify: true, target: TARGET }).code.trim();
  const read = (file: string) => readFileSync(here(file), 'utf8');
  const built = buildSync({
    entryPoints: [here('browser/main.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    write: false,
    legalComments: 'none',
  });
  const script = Buffer.from(built.outputFiles[0]?.contents ?? []);
  return {
    script: hashed('js', script),
    style: hashed(
      'css',
      Buffer.from(small(STYLES.map((name) => read(`browser/styles/${name}.css`)).join(''))),
    ),
    signInCss: small(chatStyles() + read('sign-in.css')),
  };
}

function hashed(kind: 'js' | 'css', content: Buffer): HashedAsset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/console/app-${hash}.${kind}`, content, packed: gzipSync(content, { level: 9 }) };
}
