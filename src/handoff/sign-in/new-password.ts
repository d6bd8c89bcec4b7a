/** No signs that look alike when they are read out or copied by hand. 32 of them: five bits each, without bias. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/** A password of 100 random bits, in groups that can be read: "k3xqm-...". */
export function newPassword(random: (bytes: number) => Buffer): string {
  const signs = [...random(GROUPS * GROUP)].map((byte) => SIGNS[byte % SIGNS.length] ?? '');
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-');
}
