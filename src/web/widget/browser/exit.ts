/** Leaves for a page that anybody might have open; the way back does not lead here. */
export function exit(href: string): void {
  // Nothing is to be seen while the other page loads.
  document.body.replaceChildren();
  document.title = '';
  (window.top ?? window).location.replace(href);
}
