import type { ViewNode } from '../../view/node.ts';

/** Elements made one by one, words always as text: there is no HTML here to be misread. */
export function toNodes(nodes: readonly ViewNode[]): Node[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return document.createTextNode(node);
    const element = document.createElement(node.tag);
    for (const [name, value] of Object.entries(node.attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...toNodes(node.children));
    return element;
  });
}
