import type { Look } from '../../knowledge/schema/look.ts';
import { type HtmlPage, htmlPage } from '../html-page.ts';

export interface Shell extends Omit<HtmlPage, 'styles' | 'styleSheet' | 'framedBy'> {
  readonly look: Look;
  /** The style, the same for every page. */
  readonly css: string;
  /** Web origins that may show this page in a frame beside our own. */
  readonly origins: readonly string[];
}

/** A page for families in the council's colours, which the council's own pages may frame. */
export function pageShell({ look, css, origins, ...shown }: Shell): ReturnType<typeof htmlPage> {
  const framedBy = ["'self'", ...origins.map((one) => new URL(one).origin)].join(' ');
  return htmlPage({ ...shown, styles: [css, colourStyle(look)], styleSheet: null, framedBy });
}

/** The council's colours. They were checked when they were loaded, and hold nothing but `#` and digits. */
function colourStyle({ colours, dark }: Look): string {
  const one = (pair: Look['colours']) => `:root{--main:${pair.main};--on-main:${pair.onMain}}`;
  return `${one(colours)}@media(prefers-color-scheme:dark){${one(dark)}}`;
}
