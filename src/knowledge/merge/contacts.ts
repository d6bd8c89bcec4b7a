/** Contacts of the reader's council and of national bodies, as lines; never a guess. */

import { fill } from '../../shared/fill.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Contact, Role } from '../schema/contact.ts';
import { contactLine } from './contact-line.ts';
import { link } from './markdown.ts';

/** The council's contacts for a role; none when the council or the contact is not known. */
export function contactsFor(knowledge: Knowledge, council: string | null, role: Role): readonly Contact[] {
  return (council === null ? undefined : knowledge.councils.get(council)?.contacts[role]) ?? [];
}

/** One line for each contact of that role; when there is none, one line that says so and where to look. */
export function contactLines(knowledge: Knowledge, council: string | null, role: Role): string[] {
  const wording = knowledge.contactWording;
  const home = council === null ? undefined : knowledge.councils.get(council);
  if (home === undefined) return [fill(wording.whichCouncil, { role: wording.roles[role] })];
  const contacts = home.contacts[role] ?? [];
  const elsewhere = whereToLook(knowledge, home.slug, role);
  // Nobody looks for the telephone number of a website.
  const words = role === 'local-offer' ? { ...wording, noPhone: '' } : wording;
  if (contacts.length > 0) return contacts.map((contact) => contactLine(contact, words, elsewhere));
  return [`${fill(wording.unknown, { role: wording.roles[role], place: home.place })} ${elsewhere}`];
}

/** A national body's line. Throws on an id that the loader would have refused. */
export function bodyLine(knowledge: Knowledge, id: string): string {
  const body = knowledge.bodies.get(id);
  if (body === undefined) throw new RangeError(`No national body "${id}".`);
  return contactLine(body, knowledge.contactWording, '');
}

function whereToLook(knowledge: Knowledge, council: string, role: Role): string {
  const wording = knowledge.contactWording;
  const home = knowledge.councils.get(council);
  const address = home?.contacts['local-offer']?.find(({ web }) => web !== undefined)?.web;
  if (home !== undefined && address !== undefined && role !== 'local-offer') {
    return fill(wording.localOffer, { place: home.place, link: link(`${home.place} Local Offer`, address) });
  }
  return role === 'sendiass' ? wording.nationalSendiass : wording.nationalOther;
}
