/** What staff read and type: `dialogs/staff-wording.yaml`, checked at load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Finding, KnowledgeError } from '../knowledge/finding.ts';
import { readYaml } from '../knowledge/load/read-yaml.ts';
import { ROLES } from '../knowledge/schema/contact.ts';
import { DATE_KINDS } from '../knowledge/schema/dates.ts';
import { projectRoot } from '../shared/project-root.ts';

const Line = z.string().min(1);
/** An object whose every field is one line. */
const lines = <const T extends readonly string[]>(names: T) => z.record(z.enum(names), Line);

export const STAFF_COMMANDS = [
  'look-up',
  'deadlines',
  'contacts',
  'queue',
  'mine',
  'on-duty',
  'off-duty',
  'help',
  'post-here',
  'stop-posting',
  'switch',
  'note',
  'transfer',
  'give-back',
  'finish',
  'close',
] as const;
export type StaffCommand = (typeof STAFF_COMMANDS)[number];

export const CommandWords = z.strictObject({
  words: z.array(z.string().regex(/^[a-z]+( [a-z]+)*$/, 'write it in small letters')).min(1),
  about: Line.max(128),
  menu: z.array(z.enum(['personal', 'team'])),
});

export const StaffWording = z.strictObject({
  commands: z.record(z.enum(STAFF_COMMANDS), CommandWords),
  help: lines(['title', 'personal', 'team', 'commands', 'fallback']),
  buttons: lines([
    'form',
    'deadlines',
    'contacts',
    'queue',
    'mine',
    'look-up',
    'count',
    'show',
    'copy',
    'change',
    'accept',
    'talk',
    'open',
    'here',
    'reply',
    'note',
    'transfer',
    'give-back',
    'finish',
    'close',
    'send',
    'keep',
    'whole-route',
  ]),
  fields: lines([
    'council',
    'noCouncil',
    'topic',
    'kind',
    'counterparty',
    'dateKind',
    'date',
    'from',
    'role',
    'outcome',
    'colleague',
    'note',
    'reply',
    'needed',
  ]),
  answer: lines([
    'about',
    'anyCouncil',
    'taken',
    'nobody',
    'dates',
    'noDates',
    'wants',
    'daysLeft',
    'dayLeft',
    'today',
    'passed',
    'safeUntil',
    'body',
    'law',
    'noLaw',
    'source',
    'steps',
    'step',
    'by',
    'page',
    'warnings',
    'next',
    'overdue',
    'urgent',
    'which',
    'noneOfThese',
    'other',
    'speak',
    'tooLong',
  ]),
  deadlines: z.strictObject({
    title: Line,
    none: Line,
    ask: Line,
    unreadable: Line,
    kinds: z.record(z.enum(DATE_KINDS), Line),
  }),
  contacts: z.strictObject({ title: Line, ask: Line, roles: z.record(z.enum(ROLES), Line) }),
  duty: lines(['on', 'off']),
  queue: lines(['title', 'empty', 'mineTitle', 'mineEmpty', 'more', 'line', 'current']),
  case: z.strictObject({
    waiting: Line,
    'message-left': Line,
    claimed: Line,
    live: Line,
    wrapping: Line,
    closed: Line,
    abandoned: Line,
    ended: lines(['left', 'nobody-came', 'forgotten']),
    red: Line,
    noTopic: Line,
    since: Line,
    sinceMessage: Line,
    deadline: Line,
    speak: Line,
    yours: Line,
    howToAnswer: Line,
    howToAnswerSeveral: Line,
    followUp: Line,
    message: Line,
    contact: Line,
    noContact: Line,
    understood: Line,
    notShared: Line,
    saidBefore: Line,
    cut: Line,
    family: Line,
    bot: Line,
    adviser: Line,
  }),
  relay: lines(['one', 'several', 'noCase', 'whichOne', 'edited', 'wordsOnly', 'tooLong']),
  told: lines([
    'taken',
    'picked',
    'noted',
    'given-back',
    'finished',
    'closed',
    'transferred',
    'sent',
    'joined',
  ]),
  events: lines([
    'leftByFamily',
    'familySilent',
    'adviserSilent',
    'notOpened',
    'red',
    'lost',
    'transferredToYou',
  ]),
  refused: lines([
    'taken',
    'not-yours',
    'over',
    'not-now',
    'unknown-colleague',
    'unknown-outcome',
    'notAllowed',
    'notUnderstood',
    'noPersonalChat',
    'personalOnly',
    'failed',
    'noCase',
  ]),
  posting: lines(['on', 'off', 'nothing', 'which', 'channelOnly']),
});
export type StaffWording = z.infer<typeof StaffWording>;

/** @throws KnowledgeError with every mistake found, by file, line and field */
export function loadStaffWording(): StaffWording {
  const file = 'dialogs/staff-wording.yaml';
  const findings: Finding[] = [];
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const read = readYaml(file, text, StaffWording, (finding) => findings.push(finding));
  if (read === null) throw new KnowledgeError(findings);
  return read.value;
}
