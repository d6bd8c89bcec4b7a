/** Leaves for a page that anybody might have open; the way back does not lead here. */
export function exit(href: string): void {
  const headers = { 'content-type': 'application/json' };
  // The cookie is the only thing that a script cannot take away by itself.
  fetch('/chat/leave', { method: 'POST', headers, body: '{}', keepalive: true }).catch(() => undefined);
  // Nothing is to be seen while the other page loads.
  document.body.replaceChildren();
  document.title = '';
  (window.top ?? window).location.replace(href);
}
