import { describe, expect, it } from 'vitest';
import { contactLine } from '../../../src/knowledge/merge/contact-line.ts';
import { contactsIn, render } from '../../../src/knowledge/merge/render.ts';
import { Contact } from '../../../src/knowledge/schema/contact.ts';
import { smallKnowledge, source } from '../small-knowledge.ts';

const knowledge = smallKnowledge();
const contact = (values: Record<string, unknown>) =>
  contactLine(
    Contact.parse({ name: 'The service', sources: [source('Its page')], ...values }),
    knowledge.contactWording,
    'Look there.',
  );

describe('a contact that is not known', () => {
  it('is said to be not known, with the Local Offer', () => {
    expect(render('{{contact:mediation}}', knowledge, 'dudley')).toBe(
      'I have no contact for the mediation service in Dudley that I can vouch for. Look on the [Dudley Local Offer](https://dudley.example.org/offer).',
    );
  });

  it('is looked for nationally where there is no Local Offer', () => {
    expect(render('{{contact:sendiass}}', knowledge, 'leicester')).toContain('Council for Disabled Children');
  });

  it('waits for the council to be named', () => {
    expect(render('Ask. {{contact:sen-team}}', knowledge, null)).toMatch(/^Ask\. Tell me which council/);
  });

  it('says so when it has a name and no way to reach it', () => {
    expect(contact({})).toBe(
      '**The service**. I have no phone number or email for it that I can vouch for. Look there.',
    );
  });

  it('says that there is no number when there is only an address', () => {
    expect(contact({ email: 'a@example.org' })).toContain(
      'I have no phone number for it that I can vouch for.',
    );
  });
});

describe('a contact that is known', () => {
  it('rings and writes, with the number as it was given', () => {
    expect(render('{{contact:sendiass}}', knowledge, 'dudley')).toBe(
      '**Dudley SENDIASS**: [01384 817373](tel:01384817373) (Mon-Fri 9am-5pm), [help@sendiass.example.org](mailto:help@sendiass.example.org).',
    );
  });

  it('rings the number itself, not its extension or option', () => {
    expect(contact({ phones: [{ number: '0300 555 0050, option 3' }] })).toContain(
      '[0300 555 0050, option 3](tel:03005550050)',
    );
    expect(contact({ phones: [{ number: '01384 123456 ext 12' }] })).toContain('](tel:01384123456)');
  });

  it('is to be checked first when its source is old', () => {
    const wording = knowledge.contactWording.checkFirst;
    expect(contact({ phones: [{ number: '01384 123456' }], checkFirst: true })).toContain(wording);
    expect(contact({ phones: [{ number: '01384 123456' }] })).not.toContain(wording);
  });

  it('keeps its address byte for byte, brackets and all', () => {
    expect(contact({ web: 'https://example.org/a_(b)?c=d&e' })).toContain(
      '(<https://example.org/a_(b)?c=d&e>)',
    );
  });

  it('cannot write Markdown of its own', () => {
    expect(contact({ name: 'A [b](c) *d*' })).toContain('**A \\[b\\](c) \\*d\\***');
  });

  it('stands inside a sentence, as a paragraph, or in a list', () => {
    expect(render('Ring {{body:send-tribunal}} now.', knowledge, null)).toMatch(/^Ring \*\*.*\*\*.* now\.$/);
    expect(render('{{body:send-tribunal}}', knowledge, null)).toMatch(/^\*\*/);
    expect(render('- {{body:send-tribunal}}', knowledge, null)).toMatch(/^- \*\*/);
  });

  it('is printed once where two pages that were joined both give it', () => {
    const twice = render('{{contact:sendiass}}\n\nMore.\n\n- {{contact:sendiass}}', knowledge, 'dudley');
    expect(twice.match(/help@sendiass\.example\.org\]/g)).toHaveLength(1);
  });

  it('is counted among what a text cites', () => {
    expect(
      contactsIn(
        '{{contact:sendiass}} {{contact:mediation}} {{body:send-tribunal}}',
        knowledge,
        'dudley',
      ).map(({ name }) => name),
    ).toEqual(['Dudley SENDIASS', 'SEND Tribunal']);
  });
});
