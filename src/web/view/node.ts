/**
 * What a message looks like, as plain data: written once, turned into HTML by the server and into elements
 * by the browser. Words are always text in both: nothing that anybody typed is ever read as HTML.
 */
export type ViewNode = string | ViewElement;

export interface ViewElement {
  readonly tag: string;
  /** `true` is an attribute without a value; one that is absent or false is left out. */
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  readonly children: readonly ViewNode[];
}

export function el(
  tag: string,
  attributes: ViewElement['attributes'] = {},
  ...children: readonly ViewNode[]
): ViewElement {
  return { tag, attributes, children };
}
