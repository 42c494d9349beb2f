/** Answers of `cupola size`: the same keys for every method, as JSON and as text. */
import { countText, significantText, toPlace } from '../figures/numbers.js';
import { textPairs, textTable } from '../figures/text-table.js';
import { fromSi } from '../kernel/units.js';
import type { CurvePoint, CurveQuantity } from '../studies/number-needed/curves.js';
import type { Difference, DifferenceStep } from '../studies/number-needed/difference.js';
import { type Constellation, type InReach, satellitesOf } from '../studies/number-needed/in-reach.js';
import type { NumberAnswer, Wanted } from '../studies/number-needed/method.js';
import { MOST_SEARCHED, type PropagatedAnswer, type PropagatedInputs } from '../studies/number-needed/propagated.js';
import type { SizeMissile } from './size-missile.js';

export function numberDocument({ method, flyout_m, reach_m, absenteeRatio, interceptors, perMissile, atLeast, sizedFor95 }: NumberAnswer): Record<string, unknown> {
  return { method, flyout_km: fromSi(flyout_m, 'km'), reach_km: fromSi(reach_m, 'km'), absenteeRatio, interceptors, perMissile, atLeast, sizedFor95: finite(sizedFor95) };
}

/** Both numbers together: for the mean, and for 95 % of the time. */
export function numberHead({ interceptors, sizedFor95 }: NumberAnswer, wanted: Wanted): string {
  return `${countText(interceptors)} interceptors in orbit to have enough on average, ${sizedFor95 < Infinity ? countText(sizedFor95) : 'and no number'} to have enough 95 % of the time: ${wantedText(wanted)}`;
}

export function wantedText({ salvo, shots }: Wanted): string {
  return `${countText(salvo)} ${salvo === 1 ? 'missile' : 'missiles at once'}, ${countText(shots)} ${shots === 1 ? 'shot' : 'shots'} at each`;
}

export function numberText(answer: NumberAnswer, flyout_s: number): string {
  const { atLeast } = answer;
  return textPairs([
    ['Fly-out', `${toPlace(fromSi(answer.flyout_m, 'km'), -1)} km in ${significantText(flyout_s)} s`],
    ['Reach', `${toPlace(fromSi(answer.reach_m, 'km'), -1)} km along the ground`],
    ['Absentee ratio', `${significantText(answer.absenteeRatio)} in orbit for each one in reach`],
    ['Per missile', significantText(answer.perMissile)],
    ['Sized to the mean', `with nodes and phases at random ${countText(atLeast.k)} or more are in reach ${toPlace(100 * atLeast.probability, -1)} % of the time`],
    ['For 95 % of the time', `${countText(answer.sizedFor95)} interceptors`],
  ]);
}

export function propagatedDocument(answer: PropagatedAnswer, inputs: PropagatedInputs, missile: SizeMissile, difference: readonly Difference[]): Record<string, unknown> {
  const { interceptor, orbits, commit_s, salvo, shots, watch, flights } = inputs, { window } = answer;
  return {
    ...numberDocument(answer),
    constellation: constellationDocument(answer.constellation),
    inReach: answer.inReach,
    believed: answer.believed,
    window: { commit_s: window.commit_s, closes_s: window.closes_s, altitude_km: fromSi(window.altitude_m, 'km') },
    difference,
    curve: answer.curve,
    inputs: {
      missile: missile.attack.threat.name, from: missile.attack.origin.name, to: missile.attack.targets[0]?.name, phase: flights.question.phase, flights: flights.flown.length, delay_s: commit_s, salvo, shots,
      altitude_km: fromSi(orbits.altitude_m, 'km'), inclination_deg: fromSi(orbits.inclination_rad, 'deg'),
      speed_kmps: fromSi(interceptor.speed_mps, 'kmps'), acceleration_g: fromSi(interceptor.acceleration_mps2, 'g'), deadTime_s: interceptor.deadTime_s, floor_km: fromSi(interceptor.floor_m, 'km'),
      // JSON has no infinity: null is no limit but the end of the boost.
      longestFlyout_s: interceptor.battery_s < Infinity ? interceptor.battery_s : null,
      hours: fromSi(watch.duration_s, 'h'), step_s: watch.step_s,
    },
  };
}

function constellationDocument(constellation: Constellation): Record<string, unknown> {
  const { altitude_m, inclination_rad } = constellation.shell;
  const orbits = { count: satellitesOf(constellation), altitude_km: fromSi(altitude_m, 'km'), inclination_deg: fromSi(inclination_rad, 'deg') };
  if (constellation.kind === 'random') return { kind: 'random', ...orbits, seed: constellation.shell.seed };
  const { planes_count, perPlane_count, phasing } = constellation.shell;
  return { kind: 'walker', ...orbits, planes: planes_count, perPlane: perPlane_count, phasing };
}

export function propagatedHead(answer: PropagatedAnswer, inputs: PropagatedInputs): string {
  return numberHead(answer, inputs);
}

export function propagatedText(answer: PropagatedAnswer, { commit_s, watch, flights, layout }: PropagatedInputs, { title, attack }: SizeMissile): string {
  const { inReach, believed, atLeast } = answer;
  const searched = layout.kind === 'random' || answer.sizedFor95 > MOST_SEARCHED ? 'nodes and phases at random' : layout.planes_count === undefined ? 'patterns with about as many planes as satellites per plane' : `${countText(layout.planes_count)} planes, satellites per plane raised`;
  const pairs: [string, string][] = [
    ['Missile', `${title}, ${attack.origin.name} to ${attack.targets[0]?.name ?? ''}, ${countText(flights.flown.length)} ${flights.flown.length === 1 ? 'flight' : 'flights'} of the class`],
    ['Window', windowText(answer, commit_s, flights.question.phase)],
    ['Fly-out', `${toPlace(fromSi(answer.flyout_m, 'km'), -1)} km at most; ${toPlace(fromSi(answer.reach_m, 'km'), -1)} km along the ground`],
    ['Absentee ratio', `${significantText(answer.absenteeRatio)} in orbit for each one in reach`],
    ['Per missile', `${significantText(answer.perMissile)} on average, ${answer.sizedFor95 < Infinity ? `${significantText((answer.sizedFor95 / answer.interceptors) * answer.perMissile)} for 95 % of the time (${searched})` : 'no number for 95 % of the time: some missiles of the class are never in reach'}`],
    ['Counted', `${constellationText(answer.constellation)}, every ${significantText(watch.step_s)} s over ${significantText(fromSi(watch.duration_s, 'h'))} h`],
    ['In reach', `${inReachText(inReach)}; ${countText(atLeast.k)} or more ${toPlace(100 * inReach.enough, -1)} % of the time`],
    ['Sized to the mean', `${countText(atLeast.k)} or more are in reach ${toPlace(100 * atLeast.probability, -1)} % of the time`],
  ];
  if (believed !== null) pairs.push(['As forecast', `${inReachText(believed)}; ${toPlace(100 * believed.holds, 0)} % of those shown really can, ${toPlace(100 * believed.shown, 0)} % of those that can are shown`]);
  pairs.push(['At the worst time', inReach.min >= atLeast.k ? 'still enough' : `${countText(inReach.min)} in reach, ${countText(atLeast.k)} wanted: an attacker who waits for it meets that`]);
  return textPairs(pairs);
}

function windowText({ window }: PropagatedAnswer, commit_s: number, phase: string): string {
  const where = `${toPlace(fromSi(window.altitude_m, 'km'), 0)} km up`;
  return phase === 'boost' ? `from the order at ${significantText(commit_s)} s to burn-out at ${toPlace(window.closes_s, 0)} s, ${where}` : `met ${toPlace(window.closes_s, 0)} s after launch, ${where}; order at ${significantText(commit_s)} s`;
}

function inReachText({ mean, min, p5, median, max }: InReach): string {
  return `${toPlace(mean, -2)} on average, fewest ${countText(min)}, 5th percentile ${countText(p5)}, median ${countText(median)}, most ${countText(max)}`;
}

function constellationText(constellation: Constellation): string {
  const count = countText(satellitesOf(constellation));
  if (constellation.kind === 'random') return `${count} satellites at random`;
  return `${count} satellites in ${countText(constellation.shell.planes_count)} planes of ${countText(constellation.shell.perPlane_count)}`;
}

const STEP_WORDS: Readonly<Record<DifferenceStep, string>> = {
  'spread-evenly': 'closed form, spread evenly',
  'one-inclination': 'closed form, orbits of this inclination',
  'straight-distance': 'exact distances over the ellipsoid, a fixed point above the launch',
  'where-the-boost-ends': 'met where the boost ends',
  'whole-path': 'met anywhere on the powered path',
  'floor-and-dead-time': 'above the floor, after the dead time',
  'missiles-differ': 'missiles of the class differ: propagated',
};

export function differenceText(difference: readonly Difference[]): string {
  if (difference.length === 0) return '';
  const rows = difference.map(({ step, absenteeRatio, interceptors }, index) => {
    const before = difference[index - 1]?.absenteeRatio;
    const times = before === undefined || absenteeRatio === undefined ? '' : significantText(absenteeRatio / before, 3);
    return [STEP_WORDS[step], absenteeRatio === undefined ? 'none in reach' : significantText(absenteeRatio), interceptors === undefined ? '' : countText(interceptors), times];
  });
  return textTable([{ head: 'from the closed form to this', align: 'left' }, { head: 'absentee ratio', align: 'right' }, { head: 'for the mean', align: 'right' }, { head: 'times', align: 'right' }], rows);
}

interface CurveFlag {
  readonly flag: string;
  readonly key: string;
  readonly words: string;
  readonly of: (inputs: PropagatedInputs) => number;
  /** In the unit of the flag, rounded towards what is feasible. */
  readonly show: (value: number, how?: 'toward') => string;
}

export const CURVE_FLAGS: Readonly<Record<CurveQuantity, CurveFlag>> = {
  speed: { flag: '--speed_kmps', key: 'speed_kmps', words: 'speed of the interceptor (km/s)', of: ({ interceptor }) => interceptor.speed_mps, show: (value, how) => roundedText(fromSi(value, 'kmps'), -2, how === undefined ? 0 : 1) },
  delay: { flag: '--delay_s', key: 'delay_s', words: 'order after launch (s)', of: ({ commit_s }) => commit_s, show: (value, how) => roundedText(value, how === undefined ? -1 : 0, how === undefined ? 0 : -1) },
  altitude: { flag: '--altitude_km', key: 'altitude_km', words: 'altitude of the orbits (km)', of: ({ orbits }) => orbits.altitude_m, show: (value, how) => roundedText(fromSi(value, 'km'), 0, how === undefined ? 0 : -1) },
  inclination: { flag: '--inclination_deg', key: 'inclination_deg', words: 'inclination of the orbits (degrees)', of: ({ orbits }) => orbits.inclination_rad, show: (value, how) => roundedText(fromSi(value, 'deg'), -1, how === undefined ? 0 : 1) },
};

function roundedText(value: number, place: number, away: -1 | 0 | 1): string {
  const unit = Number(`1e${place}`);
  const rounded = away === 0 ? Math.round(value / unit) : away > 0 ? Math.ceil(value / unit) : Math.floor(value / unit);
  return String(Number((rounded * unit).toPrecision(12)));
}

export const curveUnit = (quantity: CurveQuantity): string => CURVE_FLAGS[quantity].key;

export function curveDocument(points: readonly CurvePoint[], quantity: CurveQuantity): Record<string, unknown>[] {
  const { key, show } = CURVE_FLAGS[quantity];
  return points.map(({ value, absenteeRatio, perMissile, perMissile95 }) => ({ [key]: Number(show(value)), absenteeRatio: absenteeRatio ?? null, perMissile: perMissile ?? null, perMissile95: finite(perMissile95) }));
}

/** JSON has no infinity. */
const finite = (value: number | undefined): number | null => (value !== undefined && value < Infinity ? value : null);

export function curveText(points: readonly CurvePoint[], quantity: CurveQuantity): string {
  const { words, show } = CURVE_FLAGS[quantity];
  const cell = (value: number | undefined): string => (value === undefined ? 'none in reach' : value < Infinity ? significantText(value) : 'no number');
  return textTable(
    [{ head: words, align: 'right' }, { head: 'absentee ratio', align: 'right' }, { head: 'per missile, on average', align: 'right' }, { head: 'for 95 % of the time', align: 'right' }],
    points.map(({ value, absenteeRatio, perMissile, perMissile95 }) => [show(value), cell(absenteeRatio), cell(perMissile), cell(perMissile95)]),
  );
}
