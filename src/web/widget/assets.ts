import { readFileSync } from 'node:fs';
import { type Asset, asset, bundle, type HashedAsset, hashedAsset, smallCss } from '../assets.ts';

/** In this order: what comes later prevails. */
const STYLES = ['page.css', 'messages.css', 'controls.css', 'modes.css'];

export interface Assets {
  readonly launcher: Asset;
  readonly chat: HashedAsset;
  readonly css: string;
}

/** The style of the chat, as it was written; other pages of ours stand on it. */
export function chatStyles(): string {
  return STYLES.map((name) => readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8')).join('');
}

/** What a family's browser loads. */
export function buildAssets(): Assets {
  const read = (entry: string, format: 'esm' | 'iife') =>
    bundle(new URL(`browser/${entry}`, import.meta.url), format);
  return {
    launcher: asset(read('launcher.ts', 'iife')),
    chat: hashedAsset('/widget/chat', 'js', read('chat.ts', 'esm')),
    css: smallCss(chatStyles()),
  };
}
