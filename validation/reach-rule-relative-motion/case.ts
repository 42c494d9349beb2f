/** Relative motion and Lambert's problem as forms of reach against powered flight. Reasons and sources: case.md. */
import type { ValidationCase, ValidationResult } from '../case.js';
import { pushNeeded_mps, type RelativeMotion, relativeMotion } from '../../src/kernel/orbit/relative-motion.js';
import { addScaled, dot, separation } from '../../src/kernel/vector.js';
import type { Arrival } from '../../src/models/interceptor/powered-flight.js';
import { createLeastFlight } from '../../src/models/interceptor/least-flight.js';
import { reachAt } from '../../src/models/interceptor/reach.js';
import { flightTime_s, flyout_m, speedGained_mps } from '../../src/models/interceptor/space-based.js';
import { type Arrivals, flyAllRound, judgeErrors, type Need, needBy } from '../reach-rule/errors.js';

const RELATIVE_S = [200, 240, 300, 400, 500, 600];
const LAMBERT_S = [600, 750, 900];
/** Looked for up to here. */
const LONGEST_S = 1000;
const MOST = { relative: 0.03, lambert: 0.002 };
/** Shortest flights as the engine takes them, with what the form in force there may be off by. */
const SHORTEST: readonly (readonly [flight_s: number, most: number])[] = [[120, 0.01], [240, 0.03], [600, 0.03], [900, 0.002]];

let flown: ReturnType<typeof flyAllRound> | undefined;

const compare = (relative: Need, lambert: Need, shortest: Need = SHORTEST_FLIGHT): ValidationResult => {
  flown ??= flyAllRound();
  return judgeErrors(flown, [
    ...RELATIVE_S.map((flight_s) => ({ flight_s, form: 'relative motion', need: relative, most: MOST.relative })),
    ...LAMBERT_S.map((flight_s) => ({ flight_s, form: 'Lambert', need: lambert, most: MOST.lambert })),
    ...SHORTEST.map(([flight_s, most]) => ({ flight_s, form: 'shortest flight', need: shortest, most })),
  ]);
};

const RELATIVE = needBy('relative-motion'), LAMBERT = needBy('lambert');

/** The speed with which an interceptor would come, in the time that it took, only as far as it comes in the shortest flight; linear in it. */
const inTime = (shortest_s: (group: Arrivals) => (distance_m: number, arrival: Arrival) => number): Need => (group) => {
  const gained_mps = speedGained_mps(group.interceptor, group.flight_s), flown_m = flyout_m(group.interceptor, group.flight_s), least_s = shortest_s(group);
  return (arrival) => (gained_mps * flyout_m(group.interceptor, least_s(separation(arrival.carrier_eci, arrival.interceptor_eci), arrival))) / flown_m;
};
const SHORTEST_FLIGHT = inTime(({ interceptor, orbitRadius_m }) => {
  const least = createLeastFlight(interceptor, orbitRadius_m);
  return (distance_m, { carrier_eci, interceptor_eci }) => least.flight_s(distance_m, carrier_eci, interceptor_eci, 0, LONGEST_S);
});

/** Up, along, across of the way from the carrier to where the interceptor came to. */
function offset({ carrier_eci, interceptor_eci }: Arrival): [number, number, number] {
  const away = [0, 0, 0], place = carrier_eci.subarray(0, 3), velocity = carrier_eci.subarray(3, 6), zero = [0, 0, 0];
  addScaled(interceptor_eci, -1, place, away);
  const up = dot(away, place) / separation(place, zero), along = dot(away, velocity) / separation(velocity, zero);
  return [up, along, Math.sqrt(Math.max(0, dot(away, away) - up * up - along * along))];
}

/** Relative motion worked out again from its parts, each of which can be got wrong. */
const slip = (needed: (motion: RelativeMotion, way: [number, number, number]) => number, time_s = lever): Need => (group) => {
  const motion = relativeMotion(group.orbitRadius_m, time_s(group));
  return (arrival) => needed(motion, offset(arrival));
};
const lever = ({ interceptor, flight_s }: Arrivals): number => flyout_m(interceptor, flight_s) / speedGained_mps(interceptor, flight_s);

export const reachRuleRelativeMotion: ValidationCase = {
  id: 'reach-rule-relative-motion',
  title: 'Reach by relative motion and by Lambert’s problem against powered flight',
  source: 'two-body equations of motion with thrust, integrated',
  mark: 'reproduced',
  tolerance: '3 % to 600 s by relative motion; 0.2 % beyond by Lambert; shortest flights as the form in force',
  run: () => compare(RELATIVE, LAMBERT),
  mistakes: [
    { name: 'the straight rule beyond its time', run: () => compare(needBy('straight'), LAMBERT) },
    { name: 'relative motion beyond its time', run: () => compare(RELATIVE, RELATIVE) },
    { name: 'shortest flight by the straight rule, however long', run: () => compare(RELATIVE, LAMBERT, inTime(({ interceptor }) => (distance_m) => flightTime_s(interceptor, distance_m))) },
    { name: 'up and along exchanged', run: () => compare(slip((motion, [up, along, across]) => pushNeeded_mps(motion, along, up, across)), LAMBERT) },
    { name: 'without what couples up and along', run: () => compare(slip((motion, [up, along, across]) => pushNeeded_mps({ ...motion, upByAlong_s: 0 }, up, along, across)), LAMBERT) },
    { name: 'the coupling with the wrong sign', run: () => compare(slip((motion, [up, along, across]) => pushNeeded_mps(motion, up, -along, across)), LAMBERT) },
    { name: 'the whole push at ignition', run: () => compare(slip((motion, way) => pushNeeded_mps(motion, ...way), ({ interceptor, flight_s }) => flight_s - interceptor.deadTime_s), LAMBERT) },
    { name: 'dead time forgotten by Lambert', run: () => compare(RELATIVE, (group) => {
      const reach = reachAt({ ...group.interceptor, deadTime_s: 0 }, group.flight_s, group.orbitRadius_m, 'lambert');
      return ({ carrier_eci, interceptor_eci }) => reach.velocityNeeded_mps(carrier_eci, interceptor_eci);
    }) },
  ],
};
