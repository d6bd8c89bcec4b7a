import type { Deadline } from './shown-activity.ts';

/**
 * Days as an iCalendar file (RFC 5545): whole days, with reminders a week and a day before. It holds
 * nothing that the family typed.
 */
export function calendarFile(deadlines: readonly Deadline[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Signpost//EN']
    .concat(deadlines.flatMap((one) => entry(one, stamp)))
    .concat('END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function entry({ label, date, counted }: Deadline, stamp: string): string[] {
  const day = date.replaceAll('-', '');
  const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${day}-${hash(label)}@signpost`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${next}`,
    `SUMMARY:${escapeText(label)}`,
    `DESCRIPTION:${escapeText(counted)}`,
    'TRANSP:TRANSPARENT',
    ...['P7D', 'P1D'].flatMap((before) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(label)}`,
      `TRIGGER:-${before}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** At most 75 octets a line; a sign of several octets stays whole. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > 74) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** The same deadline twice in a calendar is one entry. */
function hash(text: string): string {
  let value = 0;
  for (const sign of text) value = (value * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(36);
}
