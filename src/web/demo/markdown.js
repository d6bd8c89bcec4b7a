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
    const item = /^(\s*)(?:(\d+)\.|[-*])\s+(.*)$/.exec(line);
    const list = made.at(-1)?.tagName === 'P' ? undefined : made.at(-1);
    if (item !== null) addItem(made, list, item);
    else if (list !== undefined) list.lastElementChild.append(' ', ...inline(line.trim()));
    else made.push(withChildren('p', inline(line)));
  }
  return made;
}

function addItem(made, list, [, indent, number, words]) {
  const tag = number === undefined ? 'ul' : 'ol';
  const entry = withChildren('li', inline(words));
  if (indent !== '' && list !== undefined) return listIn(list.lastElementChild, tag).append(entry);
  if (list?.tagName === tag.toUpperCase()) return list.append(entry);
  const fresh = withChildren(tag, [entry]);
  if (number !== undefined) fresh.start = Number(number);
  made.push(fresh);
}

/** The list inside an item, made when there is none yet. */
function listIn(item, tag) {
  if (item.lastElementChild?.tagName !== tag.toUpperCase()) item.append(document.createElement(tag));
  return item.lastElementChild;
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
