/** A whole knowledge folder in memory, as small as the loader allows, with two councils. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Folder } from '../../src/knowledge/load/folder.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { COUNTERPARTIES, KINDS, STAGES, TOPICS } from '../../src/shared/vocabulary.ts';

export const source = (name: string) => ({
  name,
  url: `https://example.org/${name.toLowerCase().replaceAll(' ', '-')}`,
  read: '2026-11-21',
});

export function page(id: string, body: string, front: Record<string, unknown> = {}): string {
  const fields = {
    id,
    title: `About ${id}`,
    topics: ['mediation'],
    asks: [`what is ${id}`, `tell me about ${id}`],
    sources: [source(`Source of ${id}`)],
    reviewed: '2026-11-21',
    reviewBy: '2027-05-21',
    ...front,
  };
  return `---\n${stringify(fields)}---\n\n${body}\n`;
}

const taxonomy = {
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, { heard: kind, button: kind }])),
  counterparties: Object.fromEntries(
    COUNTERPARTIES.map((each) => [each, { name: each, button: each, aliases: [each] }]),
  ),
  stages: Object.fromEntries(STAGES.map((stage) => [stage, { button: stage }])),
  topics: Object.fromEntries(
    TOPICS.map((topic) => [
      topic,
      { button: 'b', heard: 'h', heardYoung: 'y', about: topic, counterparty: 'la', appealable: false },
    ]),
  ),
};

const appeal = {
  id: 'appeal',
  from: 'decision',
  count: { unit: 'months', n: 2 },
  tribunalRules: true,
  binds: 'family',
  label: 'Your appeal must reach the tribunal',
  fromWords: 'the date on your letter',
  late: 'Send it now and say why it is late.',
  sources: [source('Tribunal rules')],
};

export const dudley = {
  slug: 'dudley',
  name: 'Dudley Metropolitan Borough Council',
  place: 'Dudley',
  contacts: {
    sendiass: [
      {
        name: 'Dudley SENDIASS',
        phones: [{ number: '01384 817373', when: 'Mon-Fri 9am-5pm' }],
        email: 'help@sendiass.example.org',
        sources: [source('Dudley SENDIASS page')],
      },
    ],
    'local-offer': [
      {
        name: 'Dudley Local Offer',
        web: 'https://dudley.example.org/offer',
        sources: [source('Dudley Offer')],
      },
    ],
  },
};

const own = (name: string) => readFileSync(join(projectRoot, 'knowledge', name), 'utf8');

/** Path to text. `changes` puts a file in, or with null takes one out. */
export function smallFiles(changes: Record<string, string | null> = {}): Map<string, string> {
  const files = new Map<string, string>([
    ['taxonomy.yaml', stringify(taxonomy)],
    ['bank-holidays.yaml', stringify({ source: source('Act'), checked: '2026-11-21', days: ['2026-12-25'] })],
    ['clocks.yaml', stringify({ clocks: [appeal] })],
    [
      'national-bodies.yaml',
      stringify({
        bodies: [
          {
            id: 'send-tribunal',
            kind: 'tribunal',
            name: 'SEND Tribunal',
            web: 'https://tribunal.example.org',
            sources: [source('Tribunal page')],
          },
        ],
      }),
    ],
    ['national/mediation.md', page('mediation', 'Mediation is voluntary. You may say no to it.')],
    [
      'national/sendiass.md',
      page('sendiass', 'SENDIASS is free.\n\n{{contact:sendiass}}', { topics: ['sendiass'] }),
    ],
    ['councils/dudley/council.yaml', stringify(dudley)],
    [
      'councils/dudley/mediation.md',
      page('mediation', 'In Dudley, ring the provider.\n\n{{contact:mediation}}', {
        sources: [source('Dudley mediation')],
      }),
    ],
    [
      'councils/leicester/council.yaml',
      stringify({ ...dudley, slug: 'leicester', place: 'Leicester', contacts: {} }),
    ],
    ...TOPICS.map((topic): [string, string] => [`pathways/${topic}.yaml`, routes(topic)]),
  ]);
  for (const name of ['advisers', 'contact-wording', 'answer-wording', 'synonyms', 'search']) {
    files.set(`${name}.yaml`, own(`${name}.yaml`));
  }
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

function routes(topic: string): string {
  const step = { who: 'The mediation adviser', action: 'Ring them by {date:appeal}.', page: 'mediation' };
  return stringify({
    topic,
    routes: [
      {
        id: `${topic}.decision`,
        when: { decision: true },
        lead: 'This decision can be appealed.',
        clocks: ['appeal'],
        wants: 'decision',
        steps: [{ ...step, clock: 'appeal', body: 'send-tribunal' }],
        warnings: ['Talking does not stop the clock.'],
        next: 'Ask the Upper Tribunal.',
      },
      { id: `${topic}.start`, lead: 'Talk to somebody first.', steps: [step] },
    ],
  });
}

/** Content held in memory: path to text. */
export function memoryFolder(files: ReadonlyMap<string, string>): Folder {
  return { list: () => [...files.keys()].sort(), read: (path) => files.get(path) ?? '' };
}

export function smallFolder(changes: Record<string, string | null> = {}): Folder {
  return memoryFolder(smallFiles(changes));
}

export function smallKnowledge(changes: Record<string, string | null> = {}) {
  return requireKnowledge('', smallFolder(changes));
}
