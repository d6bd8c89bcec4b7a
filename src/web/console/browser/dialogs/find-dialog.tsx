import { useState } from 'preact/hooks';
import type { CaseState } from '../../../../handoff/case.ts';
import type { CaseLine } from '../../api.ts';
import { service } from '../service.ts';
import { useColleagues } from '../use-colleagues.ts';
import { CaseItem } from '../view/case-line.tsx';
import { STATE_WORDS, WORDS } from '../words.ts';
import type { DialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

const STATES = Object.keys(STATE_WORDS) as CaseState[];
const NOTHING = { ref: '', state: '', adviser: '', from: '', to: '' };
type Asked = typeof NOTHING;

/** Cases of now and of the past, the latest first. */
export function FindDialog({ me, state, acts, onClose }: DialogProps) {
  const [asked, setAsked] = useState<Asked>(NOTHING);
  const [found, setFound] = useState<readonly CaseLine[] | null>(null);
  const [more, setMore] = useState(false);
  const [said, say] = useState('');
  const find = async (before: readonly CaseLine[]) => {
    say('Looking');
    try {
      const page = await service.find({ ...asked, offset: String(before.length) });
      const all = [...before, ...page.cases];
      setFound(all);
      setMore(page.more);
      say(all.length === 1 ? '1 case' : `${all.length} cases${page.more ? ', and there are more' : ''}`);
    } catch {
      say(WORDS.notAnswered);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void find([]);
  };
  return (
    <Modal title="Find a case" wide onClose={onClose}>
      <form class="find" onSubmit={submit}>
        <Fields me={me} asked={asked} onChange={(change) => setAsked({ ...asked, ...change })} />
        <button type="submit" class="main">
          Find
        </button>
      </form>
      <p role="status">{said}</p>
      <ul class="found">
        {found?.map((line) => (
          <CaseItem
            key={line.id}
            line={line}
            now={state.now + state.ahead}
            mine={line.adviser?.id === me.id}
            current={line.id === state.open}
            onOpen={() => acts.open(line.id)}
          />
        ))}
      </ul>
      {more && (
        <button type="button" onClick={() => void find(found ?? [])}>
          Show more
        </button>
      )}
    </Modal>
  );
}

interface FieldsProps extends Pick<DialogProps, 'me'> {
  readonly asked: Asked;
  readonly onChange: (change: Partial<Asked>) => void;
}

function Fields({ me, asked, onChange }: FieldsProps) {
  const { colleagues } = useColleagues(me.councils.map(({ slug }) => slug));
  const others = (colleagues ?? []).filter(({ id }) => id !== me.id);
  const field = (name: keyof Asked) => ({
    id: `find-${name}`,
    value: asked[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
      onChange({ [name]: name === 'ref' ? currentTarget.value.trim().toUpperCase() : currentTarget.value }),
  });
  return (
    <>
      <p>
        <label for="find-ref">Reference, six letters</label>
        <input {...field('ref')} autocomplete="off" maxLength={6} size={8} />
      </p>
      <p>
        <label for="find-state">State</label>
        <select {...field('state')}>
          <option value="">Any</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {STATE_WORDS[one]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="find-adviser">Adviser</label>
        <select {...field('adviser')}>
          <option value="">Any</option>
          <option value={me.id}>Me</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="find-from">Opened from</label>
        <input {...field('from')} type="date" />
      </p>
      <p>
        <label for="find-to">Opened until</label>
        <input {...field('to')} type="date" />
      </p>
    </>
  );
}
