import { readFileSync } from 'node:fs';
import { bundle, type HashedAsset, hashedAsset, smallCss } from '../assets.ts';
import { chatStyles } from '../widget/assets.ts';

/** In the order of the page: a later one may put an earlier one right. */
const STYLES = ['base', 'header', 'queue', 'talk', 'reply', 'sheet', 'dialogs', 'layouts'];
const PATH = '/console/app';

export interface ConsoleAssets {
  readonly script: HashedAsset;
  readonly style: HashedAsset;
  /** Of the sign-in page, which loads nothing. */
  readonly signInCss: string;
}

/** What the adviser's browser loads. */
export function buildConsoleAssets(): ConsoleAssets {
  const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
  const style = smallCss(STYLES.map((name) => read(`browser/styles/${name}.css`)).join(''));
  return {
    script: hashedAsset(PATH, 'js', bundle(new URL('browser/main.ts', import.meta.url), 'esm')),
    style: hashedAsset(PATH, 'css', Buffer.from(style)),
    signInCss: smallCss(chatStyles() + read('sign-in.css')),
  };
}
