const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/London',
});
const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** "10:42", or "Friday 20 November, 10:42" when that was another day in England. */
export function sinceInWords(at: Date, now: Date): string {
  const date = day.format(at).replace(',', '');
  return date === day.format(now).replace(',', '') ? time.format(at) : `${date}, ${time.format(at)}`;
}
