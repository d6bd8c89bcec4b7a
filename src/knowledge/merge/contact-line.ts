/** One contact as a line of Markdown, with links that ring and write. */
import type { Contact } from '../schema/contact.ts';
import type { ContactWording } from '../schema/wording.ts';
import { escapeMarkdown, link } from './markdown.ts';

/**
 * "**Name**: [01905 768153](tel:01905768153) (Mon-Fri 9am-5pm), [mail](mailto:...), [website](...)".
 * `elsewhere` is where to look when there is no way at all.
 */
export function contactLine(contact: Contact, wording: ContactWording, elsewhere: string): string {
  const phones = contact.phones.map(
    ({ number, when }) =>
      link(number, `tel:${number.replace(/,.*| ext.*/, '').replaceAll(' ', '')}`) +
      (when === undefined ? '' : ` (${escapeMarkdown(when)})`),
  );
  const ways = [
    ...phones,
    ...(contact.email === undefined ? [] : [link(contact.email, `mailto:${contact.email}`)]),
    ...(contact.web === undefined ? [] : [link(wording.web, contact.web)]),
    ...(contact.address === undefined ? [] : [escapeMarkdown(contact.address)]),
  ];
  const sentences = [
    ...(contact.hours === undefined ? [] : [`${escapeMarkdown(contact.hours)}.`]),
    ...(contact.checkFirst && ways.length > 0 ? [wording.checkFirst] : []),
    ...(ways.length === 0 ? [wording.noWay, elsewhere] : phones.length === 0 ? [wording.noPhone] : []),
    ...(contact.advice === undefined ? [] : [contact.advice]),
  ];
  const name = `**${escapeMarkdown(contact.name)}**`;
  const head = ways.length === 0 ? `${name}.` : `${name}: ${ways.join(', ')}.`;
  return [head, ...sentences.filter((sentence) => sentence !== '')].join(' ').replace(/\.\.(\s|$)/g, '.$1');
}
