import { expect, test } from 'vitest';
import { calendarFile } from '../../src/web/view/calendar-file.ts';

const now = new Date('2026-11-21T21:30:00Z');
const due = {
  label: 'Your appeal must reach the tribunal, by 5pm; not later',
  date: '2026-12-31',
  counted: `Two months. ${'é'.repeat(60)}`,
};

test('a deadline becomes a whole day of the calendar, over the end of a year too', () => {
  const file = calendarFile([due], now);
  expect(file).toContain('\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  expect(file).toContain('\r\nDTSTAMP:20261121T213000Z\r\n');
  expect(file).toContain('SUMMARY:Your appeal must reach the tribunal\\, by 5pm\\; not later');
  expect(file.match(/BEGIN:VALARM/g)).toHaveLength(2);
});

test('lines are at most 75 octets and fold back to what was said', () => {
  const file = calendarFile([due], now);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:Two months. ${'é'.repeat(60)}\r\n`);
});

test('the same deadline is the same entry, two deadlines of one day are two', () => {
  const uid = (file: string) => [...file.matchAll(/UID:(\S+)/g)].map((one) => one[1]);
  const later = new Date('2026-11-22T21:30:00Z');
  expect(uid(calendarFile([due], now))).toEqual(uid(calendarFile([due], later)));
  const both = uid(calendarFile([due, { ...due, label: 'You must contact the mediation adviser' }], now));
  expect(new Set(both).size).toBe(2);
});
