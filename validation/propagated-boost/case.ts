/** What the closed form leaves out of a boost, step by step. Reasons and sources: case.md. */
import { EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { toSi } from '../../src/kernel/units.js';
import { takeApart } from '../../src/studies/number-needed/difference.js';
import { fixedPoint, flyToMeet } from '../../src/studies/number-needed/flights-to-meet.js';
import { meetingSet } from '../../src/studies/number-needed/meeting-set.js';
import { windowOf } from '../../src/studies/number-needed/propagated.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readMissileClass } from '../missile-class.js';
import { readReference } from '../reference.js';

const ID = 'propagated-boost';
const LATITUDE_RAD = toSi(40, 'deg');
const ALTITUDE_M = 350e3;
const MEETING_M = 200e3;
const RELATIVE = 0.003;
const FLYOUT_S = 110;
/** Published for this instance, at inclination 45. */
const CLOSED_FORM = 774;

interface Question {
  readonly speed_mps: number;
  readonly flyout_s: number;
  readonly inclination_rad: number;
}

interface Mistake {
  readonly deadTime_s?: number;
  readonly radius_m?: number;
  readonly lateral_rad?: number;
}

function interceptorOf(speed_mps: number, deadTime_s = 0) {
  return { speed_mps, acceleration_mps2: toSi(15, 'g'), deadTime_s, divert_mps: 0, floor_m: 0, battery_s: Infinity };
}

function ratio({ speed_mps, flyout_s, inclination_rad }: Question, { deadTime_s, radius_m = EARTH_RADIUS_M + MEETING_M, lateral_rad = 0 }: Mistake): number {
  const latitude_rad = LATITUDE_RAD + lateral_rad;
  const { stretch, commit_s } = fixedPoint(Float64Array.of(radius_m * Math.cos(latitude_rad), 0, radius_m * Math.sin(latitude_rad)), flyout_s, 0);
  return 1 / meetingSet({ altitude_m: ALTITUDE_M, inclination_rad }, interceptorOf(speed_mps, deadTime_s), stretch, commit_s).share;
}

function compare(mistake: Mistake = {}): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const speed_kmps = reference.number(row, 'speed_kmps'), flyout_s = reference.number(row, 'flyout_s'), inclination_deg = reference.number(row, 'inclination_deg');
    return { quantity: `absentee ratio at ${speed_kmps} km/s, ${flyout_s} s, inclination ${inclination_deg}`, unit: '', expected: reference.number(row, 'ratio'), got: ratio({ speed_mps: toSi(speed_kmps, 'kmps'), flyout_s, inclination_rad: toSi(inclination_deg, 'deg') }, mistake), relative: RELATIVE };
  }));
}

/** The instance against a missile that flies, beside the closed form. */
function tellSteps(): ToldRow[] {
  const { threat } = readMissileClass('solid-icbm-3-stage'), place = (lat_deg: number, lon_deg: number) => ({ lat_rad: toSi(lat_deg, 'deg'), lon_rad: toSi(lon_deg, 'deg'), altitude_m: 0 });
  const to = place(41.88, -87.63), flights = flyToMeet({ threat: { ...threat }, request: { from: place(40, 127), to, route: [], shape: 'standard', approach: 'short', bodies: [] }, originRadius_m: toSi(100, 'km'), expectedTarget: to, flights_count: 8, latency_s: 5, phase: 'boost' });
  if ('reason' in flights) throw new Error(`${ID}: ${flights.detail}`);
  const commit_s = windowOf({ flights, commit_s: 0 }).closes_s - FLYOUT_S;
  const steps = takeApart({
    flights, commit_s, orbits: { altitude_m: ALTITUDE_M, inclination_rad: toSi(45, 'deg') }, interceptor: { ...interceptorOf(5000), floor_m: toSi(100, 'km') },
    layout: { kind: 'walker', phasing: 1 }, watch: { duration_s: toSi(1, 'd'), step_s: 60 }, salvo: 1, shots: 2,
  }, MEETING_M);
  return steps.map(({ step, interceptors }) => ({ quantity: `two shots on average, ${step}`, unit: 'count', published: CLOSED_FORM, got: interceptors ?? NaN, why: 'each step puts one assumption of the closed form right; case.md says what each does' }));
}

export const propagatedBoost: ValidationCase = {
  id: ID,
  title: 'What the closed form leaves out of a boost, step by step',
  source: 'worked out separately: law of cosines and the closed form of latitude; the instance of case assumption-space told beside it',
  mark: 'reproduced',
  tolerance: '0.3 % of the absentee ratio',
  run: () => ({ ...compare(), told: tellSteps() }),
  mistakes: [
    { name: 'the arc at the height of the meeting for the exact angle', run: () => compare({ radius_m: EARTH_RADIUS_M + ALTITUDE_M }) },
    { name: 'a fifth of a degree of latitude, as from taking geodetic for geocentric', run: () => compare({ lateral_rad: toSi(-0.19, 'deg') }) },
    { name: 'half a second of dead time forgotten', run: () => compare({ deadTime_s: 0.5 }) },
  ],
};
