/** A page's own sentences, without what is not prose: addresses, numbers to ring, marks, emphasis. */
export function sentencesOf(markdown: string): string[] {
  const prose = markdown
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\{\{[^}]*\}\}|\{[a-z]+:[^}]*\}/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\S+|\S+@\S+/g, ' ')
    .replace(/\b0[\d ]{8,}\d\b/g, ' ')
    .replace(/[*_`>#|]/g, ' ');
  return prose
    .split(/\n\s*\n|\n\s*(?=[-+]\s|\d+[.)]\s)/)
    .flatMap((block) => block.replace(/^\s*(?:[-+]|\d+[.)])\s+/, '').split(/(?<=[.?!:;])\s+/))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /[a-z]/i.test(sentence));
}
