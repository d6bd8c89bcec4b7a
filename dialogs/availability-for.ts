import type { Availability, Place } from '../src/handoff/availability.ts';
import type { Handoff } from './memory.ts';
import type { Services } from './services.ts';

/** Who there is for this family: the advisers of its council, or whoever answers in its channel. */
export async function availabilityFor(
  services: Pick<Services, 'availability'>,
  { hub }: Pick<Handoff, 'hub'>,
  council: string,
  place?: Place,
): Promise<Availability> {
  return hub ? { state: 'hub' } : services.availability(council, place);
}
