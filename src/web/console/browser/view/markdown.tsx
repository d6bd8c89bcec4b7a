import { h, type VNode } from 'preact';
import { markdown } from '../../../view/markdown.ts';
import type { ViewNode } from '../../../view/node.ts';

/** Markdown as the family sees it. Words stay text: nothing here is ever read as HTML. */
export function Markdown({ text }: { text: string }) {
  return <div class="markdown">{markdown(text).map(toVNode)}</div>;
}

function toVNode(node: ViewNode): VNode | string {
  if (typeof node === 'string') return node;
  return h(node.tag, { ...node.attributes }, ...node.children.map(toVNode));
}
