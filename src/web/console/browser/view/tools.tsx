import type { CaseSheet } from '../../api.ts';
import type { Acts } from '../acts.ts';

/** What can be put into a reply; each can be changed before it is sent. */
export function Tools({ sheet: { id, pathway }, acts }: { sheet: CaseSheet; acts: Acts }) {
  return (
    <fieldset class="tools bare" aria-label="Put into the reply">
      <button type="button" id="ready-replies" onClick={() => acts.dialog('replies')}>
        Ready replies
      </button>
      <button type="button" id="knowledge-pages" onClick={() => acts.dialog('pages')}>
        Knowledge page
      </button>
      {pathway !== null && (
        <button type="button" onClick={() => acts.insert(id, pathway)}>
          Pathway
        </button>
      )}
    </fieldset>
  );
}
