import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';

/** Browsers of the last five years; older ones get the page without script. */
const TARGET = ['es2022', 'chrome100', 'firefox100', 'safari15.4'];

/** In this order: what comes later prevails. */
const STYLES = ['page.css', 'messages.css', 'controls.css', 'modes.css'];

export interface Asset {
  readonly content: Buffer;
  readonly packed: Buffer;
}

export interface Assets {
  readonly launcher: Asset;
  readonly chat: Asset;
  /** Where the chat's script is; another address with every change, so that it can be kept for ever. */
  readonly chatPath: string;
  readonly css: string;
}

/** The style of the chat, as it was written; other pages of ours stand on it. */
export function chatStyles(): string {
  return STYLES.map((name) => readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8')).join('');
}

/** What browsers load, made small. A few hundredths of a second at the start of the service. */
export function buildAssets(): Assets {
  const chat = asset(bundle('chat.ts', 'esm'));
  const hash = createHash('sha256').update(chat.content).digest('hex').slice(0, 12);
  return {
    launcher: asset(bundle('launcher.ts', 'iife')),
    chat,
    chatPath: `/widget/chat-${hash}.js`,
    css: transformSync(chatStyles(), { loader: 'css', minify: true, target: TARGET }).code.trim(),
  };
}

function bundle(entry: string, format: 'esm' | 'iife'): Buffer {
  const built = buildSync({
    entryPoints: [fileURLToPath(new URL(`browser/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format,
    target: TARGET,
    write: false,
    legalComments: 'none',
  });
  return Buffer.from(built.outputFiles[0]?.contents ?? []);
}

function asset(content: Buffer): Asset {
  return { content, packed: gzipSync(content, { level: 9 }) };
}
