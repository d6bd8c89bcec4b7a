import { submitData } from '../submit.ts';
import { STAFF_COMMANDS } from '../wording.ts';
import { type Card, card } from './card.ts';
import { button, heading, showCard, text } from './elements.ts';
import { type FormDeps, situationForm } from './forms.ts';
import { spoken } from './markdown.ts';

/** Says what can be asked here, with the form behind its first button. */
export function helpCard(deps: FormDeps, scope: 'personal' | 'team', council: string | null): Card {
  const { words } = deps;
  const { help, buttons } = words;
  const form = situationForm(deps, null, council);
  const listed = STAFF_COMMANDS.map((name) => words.commands[name]).filter(({ menu }) =>
    menu.includes(scope),
  );
  return card(
    spoken(`${help.title}. ${help[scope]}`),
    [
      heading(help.title),
      ...help[scope].split('\n\n').map((paragraph) => text(paragraph)),
      text(help.commands, { weight: 'bolder' }),
      text(listed.map((one) => `- **${one.words[0]}**: ${one.about}`).join('\n'), { spacing: 'small' }),
    ],
    [
      showCard(buttons.form, form.body, form.actions),
      button(buttons.deadlines, submitData({ verb: 'count' })),
      button(buttons.contacts, submitData({ verb: 'find-contacts' })),
      button(buttons.queue, submitData({ verb: 'queue' })),
      ...(scope === 'personal' ? [button(buttons.mine, submitData({ verb: 'mine' }))] : []),
    ],
    help.fallback,
  );
}
