/**
 * Why the propagated number is not the closed form's: one assumption after another is put in place of the closed form's, and
 * the absentee ratio after each step is kept. The steps follow one order, so a step's share depends on those before it.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { cos, PI, sin } from '../../kernel/maths.js';
import { fixedPoint, positionAt, type StretchToMeet, trueStretch, withoutDispersion } from './flights-to-meet.js';
import { chartStretch, meanShare, type PropagatedInputs, trueSets, windowOf } from './propagated.js';
import { carriedOf, satellitesForMean } from './method.js';
import { type LatitudeInputs, type MoreOfInterceptor, sizeByLatitude, sizeShell } from './size-shell.js';

export type DifferenceStep = 'spread-evenly' | 'one-inclination' | 'straight-distance' | 'where-the-boost-ends' | 'whole-path' | 'floor-and-dead-time' | 'missiles-differ';

export interface Difference {
  readonly step: DifferenceStep;
  /** Undefined where nothing is in reach under the assumptions up to here. */
  readonly absenteeRatio: number | undefined;
  /** For the wanted number on average. */
  readonly interceptors: number | undefined;
}

/** From AEI's even spread to the propagated number; `interceptAltitude_m` is the closed form's. Only for a boost. */
export function takeApart(inputs: PropagatedInputs, interceptAltitude_m: number): Difference[] {
  const { flights, commit_s, interceptor, orbits, salvo, shots } = inputs;
  const single = withoutDispersion(flights), one = { ...inputs, flights: single }, { closes_s } = windowOf(one), flight_s = closes_s - commit_s;
  const bare = { ...interceptor, deadTime_s: 0, floor_m: 0, battery_s: Infinity };
  const { from } = flights.question.request;
  const closed: LatitudeInputs & MoreOfInterceptor = { altitude_m: orbits.altitude_m, acceleration_mps2: interceptor.acceleration_mps2, speed_mps: interceptor.speed_mps, flyout_s: flight_s, interceptAltitude_m, salvo, shots, inclination_rad: orbits.inclination_rad, latitude_rad: from.lat_rad, ...(interceptor.secondStage === undefined ? {} : { secondStage: interceptor.secondStage }) };
  const ratioAt = (stretch: StretchToMeet): number => 1 / chartStretch({ orbits, interceptor: bare }, stretch).set.share;
  const above = fixedPoint(overPlace(from.lat_rad, from.lon_rad, interceptAltitude_m, flight_s), flight_s, commit_s);
  const burnOut = fixedPoint(positionAt(flights.itself.flight, closes_s, commit_s), flight_s, commit_s);
  const shell = sizeShell({ ...closed, maxLatitude_rad: PI / 2 }), band = sizeByLatitude(closed);
  const ratios: [DifferenceStep, number][] = [
    ['spread-evenly', typeof shell === 'string' ? Infinity : shell.absenteeRatio],
    ['one-inclination', typeof band === 'string' ? Infinity : band.absenteeRatio],
    ['straight-distance', ratioAt(above)],
    ['where-the-boost-ends', ratioAt(burnOut)],
    ['whole-path', ratioAt(trueStretch(single, 0, commit_s, 0))],
    ['floor-and-dead-time', 1 / meanShare(trueSets(one))],
    ['missiles-differ', 1 / meanShare(trueSets(inputs))],
  ];
  return ratios.map(([step, ratio]) => (ratio < Infinity ? { step, absenteeRatio: ratio, interceptors: carriedOf(inputs).perSatellite_count * satellitesForMean(Math.max(1, ratio), inputs) } : { step, absenteeRatio: undefined, interceptors: undefined }));
}

/** A point at an altitude over a place of the turning Earth, `wait_s` on, in axes that are Earth-fixed now. */
function overPlace(lat_rad: number, lon_rad: number, altitude_m: number, wait_s: number): Float64Array {
  const fixed = new Float64Array(3), turned = EARTH_RATE_RADPS * wait_s;
  geodeticToEcef(lat_rad, lon_rad, altitude_m, fixed);
  const c = cos(turned), s = sin(turned);
  return Float64Array.of(c * fixed[0] - s * fixed[1], s * fixed[0] + c * fixed[1], fixed[2]);
}
