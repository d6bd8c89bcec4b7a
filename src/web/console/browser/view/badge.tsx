import { closeness, daysLeft } from '../times.ts';

/** How near a day is, in words and in colour. */
export function DaysBadge({ days, label }: { days: number; label?: string }) {
  return (
    <span class={`badge ${closeness(days)}`}>
      {label === undefined ? '' : `${label}: `}
      {daysLeft(days)}
    </span>
  );
}

export const DangerBadge = () => <span class="badge danger">Danger mentioned</span>;
