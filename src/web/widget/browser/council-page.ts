/** The council's page around the chat, when there is one. */
export interface CouncilPage {
  /** Something came for the family; a closed chat says so on its button. */
  news(): void;
}

/** @param events what the page's visitor does with the panel that the chat is in */
export function councilPage(events: { opened(): void; closed(): void }): CouncilPage {
  if (window.parent === window) return { news() {} };
  /** Where the launcher lives, once it has spoken. Who may show this page at all, our policy says. */
  let launcher: string | null = null;
  let closed = false;
  const tell = (signpost: string, to: string | null) => {
    if (to !== null) window.parent.postMessage({ signpost }, to);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || (launcher !== null && origin !== launcher)) return;
    const said: unknown = data?.signpost;
    if (said !== 'opened' && said !== 'closed') return;
    launcher = origin;
    closed = said === 'closed';
    if (closed) events.closed();
    else events.opened();
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && tell('close', launcher));
  // No more than "the chat is there": any page may know that.
  tell('ready', '*');
  return {
    news() {
      if (closed) tell('news', launcher);
    },
  };
}
