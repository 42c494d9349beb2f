/** Relative motion and Lambert's problem as forms of reach against powered flight. Reasons and sources: case.md. */
import type { ValidationCase, ValidationResult } from '../case.js';
import { pushNeeded_mps, type RelativeMotion, relativeMotion } from '../../src/kernel/relative-motion.js';
import { addScaled, dot, separation } from '../../src/kernel/vector.js';
import type { Arrival } from '../../src/models/interceptor/powered-flight.js';
import { reachAt } from '../../src/models/interceptor/reach.js';
import { flyout_m, speedGained_mps } from '../../src/models/interceptor/space-based.js';
import { type Arrivals, flyAllRound, judgeErrors, type Need, needBy } from '../reach-rule/errors.js';

const RELATIVE_S = [200, 240, 300, 400, 500, 600];
const LAMBERT_S = [600, 750, 900];
const MOST = { relative: 0.03, lambert: 0.002 };

let flown: ReturnType<typeof flyAllRound> | undefined;

const compare = (relative: Need, lambert: Need): ValidationResult => {
  flown ??= flyAllRound();
  return judgeErrors(flown, [
    ...RELATIVE_S.map((flight_s) => ({ flight_s, form: 'relative motion', need: relative, most: MOST.relative })),
    ...LAMBERT_S.map((flight_s) => ({ flight_s, form: 'Lambert', need: lambert, most: MOST.lambert })),
  ]);
};

const RELATIVE = needBy('relative-motion'), LAMBERT = needBy('lambert');

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
  tolerance: '3 % to 600 s by relative motion; 0.2 % beyond by Lambert',
  run: () => compare(RELATIVE, LAMBERT),
  mistakes: [
    { name: 'the straight rule beyond its time', run: () => compare(needBy('straight'), LAMBERT) },
    { name: 'relative motion beyond its time', run: () => compare(RELATIVE, RELATIVE) },
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
