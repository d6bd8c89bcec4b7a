import { dayInEngland, systemClock } from '../shared/clock.ts';

/** The day it is in England as the command starts. */
export const today = (): string => dayInEngland(systemClock.now());
