/** What staff are answered, and what becomes of the cases they act on. */

import { hearCouncil } from '../../dialogs/hearing/council.ts';
import { placeOf } from '../knowledge/place-of.ts';
import { fill } from '../shared/fill.ts';
import { actOnCase } from './act-on-case.ts';
import { type Asker, homeOf, type StaffDeps } from './asker.ts';
import { contactForm, deadlineForm, formCard, situationForm } from './cards/forms.ts';
import { helpCard } from './cards/help-card.ts';
import type { Heard } from './hear.ts';
import { ownList, waitingList } from './lists.ts';
import { familyCopy, lookUpWords } from './look-up.ts';
import { lookUpForm } from './look-up-form.ts';
import { contactsFromWords, contactsOf, deadlinesFrom, deadlinesFromWords } from './other-queries.ts';
import { panelOf } from './panel-of.ts';
import { type StaffReply, say, show } from './reply.ts';
import type { Submit } from './submit.ts';
import { typedForCase, wordsWithoutCommand } from './typed.ts';

export interface StaffAnswer {
  readonly replies: readonly StaffReply[];
  /** The case that plain words go to from now on. */
  readonly chosen: string | null;
  /** What the channel has to do about its own address. */
  readonly post: { readonly type: 'here'; readonly council: string } | { readonly type: 'stop' } | null;
}

/** A command, or words without one. */
export async function answerWords(
  heard: Heard,
  asker: Asker,
  chosen: string | null,
  deps: StaffDeps,
): Promise<StaffAnswer> {
  const { words, services } = deps;
  const home = homeOf(asker);
  const stay = (...replies: StaffReply[]): StaffAnswer => ({ replies, chosen, post: null });
  if (heard.type === 'words') {
    if (asker.scope === 'channel') return stay(...lookUpWords(heard.text, deps, home));
    return { ...(await wordsWithoutCommand(heard.text, asker, chosen, deps)), post: null };
  }
  switch (heard.command) {
    case 'look-up':
      if (heard.words === '') return stay(situationCard(deps, home));
      return stay(...lookUpWords(heard.words, deps, home));
    case 'deadlines':
      return stay(...deadlinesFromWords(heard.words, deps));
    case 'contacts':
      return stay(...contactsFromWords(heard.words, deps, home));
    case 'queue':
      return stay(await waitingList(asker, deps));
    case 'help':
      return stay(show(helpCard(deps, asker.scope === 'personal' ? 'personal' : 'team', home)));
    case 'on-duty':
    case 'off-duty':
      return stay(await duty(asker, heard.command === 'on-duty', deps));
    case 'post-here': {
      if (asker.scope !== 'channel') return stay(say(words.posting.channelOnly));
      const named = hearCouncil(heard.words, services.knowledge().councils.values(), services.hearing);
      const council = named !== null && 'council' in named ? named.council.slug : home;
      if (council === null || !asker.adviser.councils.includes(council))
        return stay(say(words.posting.which));
      const place = placeOf(services.knowledge(), council);
      return { ...stay(say(fill(words.posting.on, { place }))), post: { type: 'here', council } };
    }
    case 'stop-posting':
      if (asker.scope !== 'channel') return stay(say(words.posting.channelOnly));
      return { ...stay(say(words.posting.off)), post: { type: 'stop' } };
    case 'mine':
    case 'switch':
    case 'note':
    case 'transfer':
    case 'give-back':
    case 'finish':
    case 'close':
      // The names of one's cases and what is done with them stay between two.
      if (asker.scope === 'channel') return stay(say(words.refused.personalOnly));
      if (heard.command === 'mine') return stay(await ownList(asker, chosen, deps));
      return { ...(await typedForCase(heard.command, heard.words, asker, chosen, deps)), post: null };
  }
}

/** A button; null for one that could not be read. */
export async function answerSubmit(
  submit: Submit | null,
  asker: Asker,
  chosen: string | null,
  deps: StaffDeps,
): Promise<StaffAnswer> {
  const stay = (...replies: StaffReply[]): StaffAnswer => ({ replies, chosen, post: null });
  const home = homeOf(asker);
  if (submit === null) return stay(say(deps.words.refused.notUnderstood));
  switch (submit.verb) {
    case 'form':
      return stay(situationCard(deps, home));
    case 'count':
      return stay(show(formCard(deps.words.commands.deadlines.about, deadlineForm(deps))));
    case 'find-contacts':
      return stay(show(formCard(deps.words.commands.contacts.about, contactForm(deps, home))));
    case 'queue':
    case 'mine':
    case 'help':
      return answerWords({ type: 'command', command: submit.verb, words: '' }, asker, chosen, deps);
    case 'look-up':
      return stay(...lookUpForm(submit, deps));
    case 'copy':
      return stay(familyCopy(submit.situation, deps));
    case 'deadlines':
      return stay(...deadlinesFrom(submit.dateKind, submit.date, deps));
    case 'contacts':
      return stay(...contactsOf(submit.council, submit.role, deps));
    case 'pick':
      if (asker.scope === 'channel') return stay(say(deps.words.refused.personalOnly));
      return { ...(await panelOf(submit.case, asker, chosen, deps)), post: null };
    case 'accept':
    case 'here':
    case 'give-back':
    case 'finish':
    case 'reply':
    case 'note':
    case 'transfer':
    case 'close':
      return stay(...(await actOnCase(submit, asker, deps)));
  }
}

function situationCard(deps: StaffDeps, home: string | null): StaffReply {
  return show(formCard(deps.words.commands['look-up'].about, situationForm(deps, null, home)));
}

async function duty({ adviser }: Asker, onDuty: boolean, deps: StaffDeps): Promise<StaffReply> {
  await deps.storage.transaction(async (tx) => {
    const row = await tx.adviser(adviser.id);
    if (row !== null && !row.disabled) await tx.saveAdviser({ ...row, onDuty });
  });
  const knowledge = deps.services.knowledge();
  const places = adviser.councils.map((slug) => placeOf(knowledge, slug)).join(', ');
  return say(onDuty ? fill(deps.words.duty.on, { places }) : deps.words.duty.off);
}
