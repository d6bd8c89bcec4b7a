import { el, type ViewNode } from '../view/node.ts';

export const APP_TITLE = 'Signpost for advisers';

/** An empty page that the script fills. */
export const appPage: readonly ViewNode[] = [
  el(
    'body',
    {},
    el('div', { id: 'app' }),
    el(
      'noscript',
      {},
      'This page for advisers needs JavaScript. Please switch it on and load the page again.',
    ),
  ),
];
