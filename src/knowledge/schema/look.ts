/** How the chat looks and greets on one council's pages. */
import { z } from 'zod';

/** WCAG 2.2, success criterion 1.4.3, for text of ordinary size. */
export const LEAST_CONTRAST = 4.5;
/** The papers that the main colour is written on: the page by day and by night (`chat.css`). */
export const PAPER = { light: '#ffffff', dark: '#16181a' } as const;

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour like #1d5a8a');

const pair = (main: string, onMain: string, paper: string) =>
  z
    .strictObject({
      /** Headings, buttons and links. */
      main: Colour.default(main),
      /** Text on the main colour. */
      onMain: Colour.default(onMain),
    })
    .superRefine(({ main, onMain }, context) => {
      for (const [name, text, ground, what] of [
        ['onMain', onMain, main, 'on the main colour'],
        ['main', main, paper, 'on the page'],
      ] as const) {
        const ratio = contrast(text, ground);
        if (ratio >= LEAST_CONTRAST) continue;
        const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
        const message = `${text} ${what} (${ground}) has a contrast of ${shown}:1, and ${LEAST_CONTRAST}:1 is needed`;
        context.addIssue({ code: 'custom', path: [name], message });
      }
    });

export const Look = z.strictObject({
  /** The chat's heading: "Help with SEND in Dudley". */
  title: z.string().min(3).max(60).optional(),
  /** The greeting's first paragraph. What must be said in every case follows it. */
  welcome: z.string().min(3).max(300).optional(),
  /** A file beside `council.yaml`. */
  logo: z.literal('logo.svg', 'the file must be called logo.svg').optional(),
  colours: pair('#1d5a8a', '#ffffff', PAPER.light).prefault({}),
  /** By night, where the page is dark. */
  dark: pair('#8ec7f2', '#0b0c0c', PAPER.dark).prefault({}),
});
export type Look = z.infer<typeof Look>;

/** Contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
