// Builds elements from the Markdown that the bot writes: paragraphs, lists, bold, emphasis and links.
// Everything becomes text nodes: nothing that anybody typed is ever read as HTML.

const INLINE = /\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(((?:https?:\/\/|tel:|mailto:)[^)\s]+)\)/g;

export function markdown(text) {
  const fragment = document.createDocumentFragment();
  for (const block of text.split(/\n{2,}/)) fragment.append(...blocks(block.split('\n')));
  return fragment;
}

function blocks(lines) {
  const made = [];
  for (const line of lines) {
    const item = /^\s*(?:(\d+)\.|[-*])\s+(.*)$/.exec(line);
    const tag = item === null ? 'p' : item[1] === undefined ? 'ul' : 'ol';
    const last = made.at(-1);
    if (item === null && last !== undefined && last.tagName !== 'P') {
      last.lastElementChild.append(' ', ...inline(line.trim()));
    } else if (item === null) {
      const paragraph = document.createElement('p');
      paragraph.append(...inline(line));
      made.push(paragraph);
    } else {
      const list = last?.tagName === tag.toUpperCase() ? last : document.createElement(tag);
      if (list !== last) {
        if (item[1] !== undefined) list.start = Number(item[1]);
        made.push(list);
      }
      const entry = document.createElement('li');
      entry.append(...inline(item[2]));
      list.append(entry);
    }
  }
  return made;
}

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(plain(text.slice(end, match.index)));
    nodes.push(element(match));
    end = match.index + match[0].length;
  }
  nodes.push(plain(text.slice(end)));
  return nodes;
}

function plain(text) {
  return document.createTextNode(text.replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1'));
}

function element([, bold, emphasis, label, address]) {
  if (bold !== undefined) return withChildren('strong', inline(bold));
  if (emphasis !== undefined) return withChildren('em', inline(emphasis));
  const link = withChildren('a', [plain(label)]);
  link.href = address;
  link.rel = 'noopener noreferrer';
  if (address.startsWith('http')) link.target = '_blank';
  return link;
}

function withChildren(tag, children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}
