import type { Cues } from '../schema.ts';
import type { Spellings } from '../words/spellings.ts';
import { tokenise } from '../words/tokenise.ts';
import { sentences } from '../words/windows.ts';
import type { CuesFile, PhraseSet } from './cues-file.ts';
import { phrasePattern } from './phrase.ts';

export type FindCues = (normalised: string) => Cues;

type Hears = (words: string) => boolean;
type Values<T extends string> = [T, Hears][];

/** Compiles the phrases once. The first value of a cue that is heard is the one told. */
export function cueFinder(file: CuesFile, spellings: Spellings): FindCues {
  const decisionInHand = hears(file.decisionInHand.yes);
  const sectionIOnly = hears(file.sectionIOnly.yes);
  const youngPerson = hears(file.youngPerson.yes);
  const plan: Values<'none' | 'draft' | 'final'> = values(file.plan);
  const exclusion: Values<'permanent' | 'suspension' | 'informal'> = values(file.exclusion);
  const setting: Values<'early-years' | 'school' | 'college'> = values(file.setting);
  const stage: Values<'talked' | 'complained' | 'answered' | 'appealing'> = values(file.stage);
  const nation: Values<'wales' | 'scotland' | 'northern-ireland'> = values(file.nation);
  return (normalised) => {
    const words = sentences(normalised)
      .map((sentence) => ` ${tokenise(sentence, spellings).join(' ')} `)
      .join('|');
    return {
      ...(decisionInHand(words) && { decisionInHand: true }),
      ...said('plan', plan, words),
      ...(sectionIOnly(words) && { sectionIOnly: true }),
      ...said('exclusion', exclusion, words),
      ...said('setting', setting, words),
      ...said('stage', stage, words),
      ...(youngPerson(words) && { youngPerson: true }),
      ...said('nation', nation, words),
    };
  };
}

function values<T extends string>(sets: Record<T, PhraseSet>): Values<T> {
  return (Object.entries(sets) as [T, PhraseSet][]).map(([value, set]) => [value, hears(set)]);
}

function hears(set: PhraseSet): Hears {
  const yes = any(set.phrases);
  const no = set.unless && any(set.unless);
  return (words) => yes.test(words) && !no?.test(words);
}

function any(phrases: readonly string[]): RegExp {
  return new RegExp(` (?:${phrases.map(phrasePattern).join('|')})`);
}

function said<K extends string, T extends string>(cue: K, list: Values<T>, words: string): { [P in K]?: T } {
  const found = list.find(([, heard]) => heard(words));
  return found ? ({ [cue]: found[0] } as { [P in K]?: T }) : {};
}
