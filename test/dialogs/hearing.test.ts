import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hearCommand } from '../../dialogs/hearing/commands.ts';
import { hearCorrection } from '../../dialogs/hearing/correction.ts';
import { hearCouncil } from '../../dialogs/hearing/council.ts';
import { isEveryday } from '../../dialogs/hearing/everyday.ts';
import { hears } from '../../dialogs/hearing/phrases.ts';
import { plain } from '../../dialogs/hearing/plain.ts';
import { hearSmallTalk } from '../../dialogs/hearing/small-talk.ts';
import { hearWantsEnd } from '../../dialogs/hearing/wants-end.ts';
import { hearYesNo } from '../../dialogs/hearing/yes-no.ts';
import { loadWords } from '../../dialogs/load-words.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const { hearing } = loadWords();
const { taxonomy, councils } = requireKnowledge(join(projectRoot, 'knowledge'));

describe('a command', () => {
  test.each([
    'they want to stop his plan',
    'can someone help my son with his reading',
    'he needs one person he can trust at school',
    'she has to go back to school on monday and cant',
    'the social worker is a person we never see',
    'they said to start again with a new request',
    "I can't forget what they said about him",
    'the adviser at college was useless',
    'they deleted everything from his plan',
    'we want to end the placement',
  ])('is not heard in a family’s own matter: %s', (text) => {
    expect(hearCommand(text, hearing)).toBeNull();
  });

  test.each([
    ['Help', 'help'],
    ['help please', 'help'],
    ['START AGAIN!!', 'restart'],
    ['can we start again, I got it all wrong', 'restart'],
    ['go back', 'back'],
    ['a person please', 'person'],
    ['look can I just talk to a real person about all this', 'person'],
    ['id rather speak to someone, this is hopeless', 'person'],
    ['stop', 'stop'],
    ['forget this', 'forget'],
    ['please delete everything I told you', 'forget'],
    ['Forget what I said, my ex reads this phone', 'forget'],
  ])('is heard in: %s', (text, command) => {
    expect(hearCommand(text, hearing)).toBe(command);
  });
});

describe('a wish to end', () => {
  test.each([
    'I want to end this',
    'i just want to end',
    'i want to end it all now please',
    'I want it to stop',
    'i want to stop',
    'I need to stop this',
    'she just wants everything to end',
    'no I want it to be over',
    'I will end it',
    'end it',
    'stop all this',
    'make it all stop',
    'Sorry. Goodbye.',
    'goodbye my love',
  ])('is no command and not everyday: %s', (text) => {
    expect(hearWantsEnd(text, hearing)).toBe(true);
    expect(hearCommand(text, hearing)).toBeNull();
    expect(isEveryday(text, hearing)).toBe(false);
  });

  test.each([
    'stop',
    'please stop',
    'end chat',
    'I want to end this chat',
    'please stop writing',
    'ok thank you, bye',
  ])('is not heard in the plain command: %s', (text) => {
    expect(hearWantsEnd(text, hearing)).toBe(false);
    expect(hearCommand(text, hearing)).toBe('stop');
  });

  test.each(['they want to end his plan', 'I want to stop waiting', 'we need to stop the bullying'])(
    'is not heard where it is said of what: %s',
    (text) => {
      expect(hearWantsEnd(text, hearing)).toBe(false);
    },
  );
});

describe('small talk', () => {
  test.each([
    'I will tonight',
    "I'll do it tonight",
    'sorry for all this',
    "I'm so sorry my love",
    'I see him hurting himself',
    'wait till I am dead',
    "I'm fine without him he hits me",
    'thanks but he wants to die',
    "I'll ring them before he hurts me",
  ])('is not heard where more is said, so that no alarm is silenced: %s', (text) => {
    expect(hearSmallTalk(text, hearing)).toBeNull();
    expect(isEveryday(text, hearing)).toBe(false);
  });

  test.each([
    ['hang on', 'waiting'],
    ["I'll check tonight", 'waiting'],
    ['thanks, hang on a sec', 'waiting'],
    ["No, that's fine thanks", 'thanks'],
    ['brilliant, thank you so much for your help', 'thanks'],
    ['oh right I see', 'acknowledged'],
    ["I'll ring them on Monday at 10", 'willDo'],
    ['sorry', 'acknowledged'],
    ['can you repeat that please', 'repeat'],
  ])('%s is %s', (text, kind) => {
    expect(hearSmallTalk(text, hearing)).toBe(kind);
  });
});

describe('yes and no', () => {
  test.each([
    ['yes', true],
    ['Yep', true],
    ['aye', true],
    ['ok', true],
    ["that's right", true],
    ['no', false],
    ['nah', false],
    ['not really', false],
    ["no that's not right", false],
    ['3 March 2026', null],
    ['yes and no', null],
    ['maybe', null],
    ["that's fine", true],
    ["no that's fine", false],
  ])('%s is %s', (text, expected) => {
    expect(hearYesNo(text, hearing)).toBe(expected);
  });
});

describe('a council', () => {
  const hear = (text: string) => {
    const heard = hearCouncil(text, councils.values(), hearing);
    return heard === null || 'confused' in heard
      ? heard
      : `${heard.council.slug} ${heard.stated ? 'stated' : 'mentioned'}`;
  };

  test.each(['we live in North Somerset', 'Leicestershire county council', 'bath and north east somerset'])(
    'that only sounds alike is not taken for one of ours: %s',
    (text) => {
      expect(hear(text)).toHaveProperty('confused');
    },
  );

  test.each([
    ['Dudley', 'dudley stated'],
    ['its leicester', 'leicester stated'],
    ['we are in Redcar and Cleveland', 'redcar-cleveland stated'],
    ['im in stourbridge', 'dudley stated'],
    ['Somerset Council', 'somerset stated'],
    ['his dad moved away to Leicester last year and he misses him terribly', 'leicester mentioned'],
    ['nothing about any place', null],
  ])('%s', (text, expected) => {
    expect(hear(text)).toBe(expected);
  });
});

describe('a correction', () => {
  const hear = (text: string) => hearCorrection(text, hearing, taxonomy);

  test.each([
    'the school has not sent the report and the council says no',
    'no they refused to assess him and nobody will tell us what happens next at all or why',
    'he wont go',
  ])('is not heard in a story: %s', (text) => {
    expect(hear(text)).toBeNull();
  });

  test.each([
    ["no, it's the school", 'school'],
    ['its the council not the school', 'la'],
    ["no it's not the school it's the council", 'la'],
    ['actually it is the NHS', 'health'],
    ["no, it's the school nurse", 'health'],
  ])('of whose duty it is: %s', (text, to) => {
    expect(hear(text)).toEqual({ label: 'counterparty', to });
  });

  test.each([
    ["no, it's about transport", 'transport'],
    ['not the taxi its the bullying', 'bullying-discrimination'],
    ["no it's his annual review", 'annual-review'],
  ])('of what it is about: %s', (text, to) => {
    expect(hear(text)).toEqual({ label: 'topic', to });
  });

  test.each([
    ["it's not a complaint", 'concern'],
    ["I'm just worried", 'concern'],
    ['no I want to make a complaint', 'complaint'],
    ['just asking', 'enquiry'],
  ])('of what it is: %s', (text, to) => {
    expect(hear(text)).toEqual({ label: 'kind', to });
  });
});

describe('a word that only keeps the conversation going', () => {
  test.each([
    'a real person im suicidal',
    'leave a message he is dying',
    'bot is useless kill me',
    'no thats not right he hits me',
  ])('is not heard where more is said, so that no alarm is silenced: %s', (text) => {
    expect(isEveryday(text, hearing)).toBe(false);
  });

  test.each(['yes please', 'can I talk to an adviser please', 'leave a message', 'stop waiting', 'how long'])(
    'is heard: %s',
    (text) => {
      expect(isEveryday(text, hearing)).toBe(true);
    },
  );
});

describe('what is said while an adviser is waited for, or there', () => {
  const heard = (list: 'aboutBot' | 'leaveQueue' | 'askPlace' | 'endTalk' | 'leaveMessage', text: string) =>
    hears(plain(text), hearing[list], hearing.fillers);

  test.each([
    ['endTalk', "don't end the chat please"],
    ['endTalk', 'thanks, bye'],
    ['endTalk', 'they want to stop his plan'],
    ['endTalk', 'enough'],
    ['leaveQueue', 'they said never mind about the letter and to wait'],
    ['askPlace', 'how long does the council have to answer'],
    ['askPlace', 'how long is the waiting list for autism'],
    ['aboutBot', 'I want to complain about the school'],
    ['aboutBot', 'the school is useless'],
    ['leaveMessage', 'the head left a message on my phone yesterday'],
  ] as const)('%s is not heard in "%s"', (list, text) => {
    expect(heard(list, text)).toBe(false);
  });

  test.each([
    ['endTalk', 'can we end the chat please'],
    ['endTalk', 'Stop'],
    ['leaveQueue', 'never mind'],
    ['leaveQueue', "I don't want to wait"],
    ['askPlace', 'how much longer'],
    ['askPlace', 'where am I in the queue?'],
    ['aboutBot', 'This bot is useless, I want to complain about you!'],
    ['leaveMessage', 'can I just leave a message'],
  ] as const)('%s is heard in "%s"', (list, text) => {
    expect(heard(list, text)).toBe(true);
  });
});
