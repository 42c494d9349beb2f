/** The straight rule of reach against powered flight. Reasons and sources: case.md. */
import type { ValidationCase, ValidationResult } from '../case.js';
import type { Arrival } from '../../src/models/interceptor/powered-flight.js';
import { flyout_m, speedGained_mps, totalSpeed_mps } from '../../src/models/interceptor/space-based.js';
import { separation } from '../../src/kernel/vector.js';
import { type Arrivals, flyAllRound, judgeErrors, type Need, needBy } from './errors.js';

const LIMITS: readonly (readonly [flight_s: number, most: number])[] = [[30, 0.01], [60, 0.01], [120, 0.01], [180, 0.03], [200, 0.03], [240, 0.03]];

let flown: ReturnType<typeof flyAllRound> | undefined;

const compare = (need: Need): ValidationResult => {
  flown ??= flyAllRound();
  return judgeErrors(flown, LIMITS.map(([flight_s, most]) => ({ flight_s, most, form: 'straight rule', need })));
};

/** Speed asked for when the distance is to be covered by something else than the program's fly-out, linear in the speed. */
const flyingOut = (distance_m: (arrival: Arrival, group: Arrivals) => number, flown_m: (group: Arrivals) => number): Need => (group) => {
  const gained_mps = speedGained_mps(group.interceptor, group.flight_s);
  return (arrival) => (gained_mps * distance_m(arrival, group)) / flown_m(group);
};
const byFlyout = ({ interceptor, flight_s }: Arrivals): number => flyout_m(interceptor, flight_s);
const distance_m = ({ carrier_eci, interceptor_eci }: Arrival): number => separation(carrier_eci, interceptor_eci);

export const reachRule: ValidationCase = {
  id: 'reach-rule',
  title: 'The straight rule of reach against powered flight',
  source: 'two-body equations of motion with thrust, integrated',
  mark: 'reproduced',
  tolerance: '1 % to 120 s, 3 % to 240 s',
  run: () => compare(needBy('straight')),
  mistakes: [
    { name: 'distance from where the carrier was at commit', run: () => compare(flyingOut(({ interceptor_eci }, { orbitRadius_m }) => separation([orbitRadius_m, 0, 0], interceptor_eci), byFlyout)) },
    { name: 'full speed from the start', run: () => compare(flyingOut(distance_m, ({ interceptor, flight_s }) => totalSpeed_mps(interceptor) * (flight_s - interceptor.deadTime_s))) },
    { name: 'dead time forgotten', run: () => compare(flyingOut(distance_m, ({ interceptor, flight_s }) => flyout_m({ ...interceptor, deadTime_s: 0 }, flight_s))) },
    { name: 'V²/a for V²/(2a)', run: () => compare(flyingOut(distance_m, ({ interceptor, flight_s }) => flyout_m({ ...interceptor, acceleration_mps2: 0.5 * interceptor.acceleration_mps2 }, flight_s))) },
    { name: 'g of 9.5 for 9.80665', run: () => compare(flyingOut(distance_m, ({ interceptor, flight_s }) => flyout_m({ ...interceptor, acceleration_mps2: (9.5 / 9.80665) * interceptor.acceleration_mps2 }, flight_s))) },
  ],
};
