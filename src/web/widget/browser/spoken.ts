/** The words of a message as they are to be heard: what can be done with it comes later, by itself. */
export function spoken(article: HTMLElement): string {
  const words = article.cloneNode(true) as HTMLElement;
  for (const part of words.querySelectorAll('.who,.after,.rate,.script,.state,.vh')) part.remove();
  for (const part of words.querySelectorAll('p,li,ol,ul')) part.before(' ');
  return (words.textContent ?? '').replace(/\s+/g, ' ').trim();
}
