/** What the background flies, in words; `propagated-adapter.ts` is what it does. */

/** Everything that is flown and not set in the chapter. */
export const FLOWN_WORDS = 'A solid-fuel ICBM of three stages (notional), stretched to the burn time set, from 127° east to Chicago: 4 flights, each tried every minute over 24 hours. Meetings from 100 km up; no dead time between order and ignition. Satellites in a regular pattern, about as many planes as satellites in each.';
