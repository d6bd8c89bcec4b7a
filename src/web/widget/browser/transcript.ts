/** Buttons, and what is said to those who hear the page. */
const LEFT_OUT = '.after, .rate, .state, .vh, [hidden]';

/** What is shown of a conversation, as plain text that any program opens. */
export function transcript(title: string, log: HTMLElement): string {
  const parts = [...log.children].map((one) => textOf(one).trim());
  return `${[title, ...parts].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`.replace(/\n/g, '\r\n');
}

function textOf(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.textContent ?? '';
  if (node.matches(LEFT_OUT)) return '';
  const inside = [...node.childNodes].map(textOf).join('');
  switch (node.localName) {
    case 'h2':
      return `${inside}:\n`;
    case 'p':
      return `${inside}\n\n`;
    case 'br':
      return '\n';
    case 'li':
      return `${mark(node)} ${inside.trim().replaceAll('\n', '\n   ')}\n`;
    case 'ol':
    case 'ul':
      return `${node.parentElement?.localName === 'li' ? '\n' : ''}${inside}\n`;
    case 'a': {
      const href = node.getAttribute('href') ?? '';
      return href.startsWith('http') ? `${inside} (${href})` : inside;
    }
    default:
      return inside;
  }
}

/** "2." or "-" */
function mark(item: HTMLElement): string {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement)) return '-';
  return `${list.start + [...list.children].indexOf(item)}.`;
}
