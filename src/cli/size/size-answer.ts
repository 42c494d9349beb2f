/** Answers of `cupola size`: the same keys for every method, as JSON and as text. */
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { fromSi } from '../../kernel/units.js';
import type { CurvePoint, CurveQuantity } from '../../studies/number-needed/curves.js';
import type { Difference, DifferenceStep } from '../../studies/number-needed/difference.js';
import { type Constellation, type InReach, satellitesOf } from '../../studies/number-needed/in-reach.js';
import type { NumberAnswer, Wanted } from '../../studies/number-needed/method.js';
import { MOST_SEARCHED, type NoSure, type PropagatedAnswer, type PropagatedInputs } from '../../studies/number-needed/propagated.js';
import { roundedText } from '../frame/rounded.js';
import { percentText } from './shield-answer.js';
import { type Carrier, type MoreFlags, moreDocument } from './size-interceptor.js';
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

export function numberText(answer: NumberAnswer, flyout_s: number, carrier: Carrier): string {
  const { atLeast } = answer;
  return textPairs([
    ['Fly-out', `${toPlace(fromSi(answer.flyout_m, 'km'), -1)} km in ${significantText(flyout_s)} s`],
    ['Reach', `${toPlace(fromSi(answer.reach_m, 'km'), -1)} km along the ground`],
    ['Absentee ratio', `${significantText(answer.absenteeRatio)} in orbit for each one in reach`],
    ['Per missile', significantText(answer.perMissile)],
    ['Sized to the mean', `with nodes and phases at random ${countText(atLeast.k)} or more are in reach ${toPlace(100 * atLeast.probability, -1)} % of the time`],
    ['For 95 % of the time', `${countText(answer.sizedFor95)} interceptors, with nodes and phases at random`],
    ...carrierPairs(carrier, answer.interceptors),
  ]);
}

/** Only where carriers bring something else than one interceptor that always works. */
function carrierPairs({ perSatellite_count, works_prob }: Carrier, interceptors: number): [string, string][] {
  const pairs: [string, string][] = [];
  if (perSatellite_count > 1) pairs.push(['Satellites', `${countText(interceptors / perSatellite_count)} with ${countText(perSatellite_count)} interceptors each, for the mean`]);
  if (works_prob < 1) pairs.push(['Reliability', `${significantText(100 * works_prob)} % of interceptors work when called; shots are those that work`]);
  return pairs;
}

export function propagatedDocument(answer: PropagatedAnswer, inputs: PropagatedInputs, missile: SizeMissile, difference: readonly Difference[], more: MoreFlags): Record<string, unknown> {
  const { interceptor, orbits, commit_s, salvo, shots, watch, flights } = inputs, { window } = answer;
  return {
    ...numberDocument(answer),
    sizedFor95AtRandom: finite(answer.sizedFor95AtRandom),
    layouts: layoutsDocument(answer),
    constellation: constellationDocument(answer.constellation),
    inReach: answer.inReach,
    believed: answer.believed === null ? null : { ...answer.believed, interceptors: finite(answer.believed.interceptors) },
    window: { commit_s: window.commit_s, closes_s: window.closes_s, altitude_km: fromSi(window.altitude_m, 'km') },
    difference,
    curve: answer.curve,
    inputs: {
      missile: missile.attack.threat.name, from: missile.attack.origin.name, to: missile.attack.targets[0]?.name, phase: flights.question.phase, flights: flights.flown.length, delay_s: commit_s, salvo, shots,
      altitude_km: fromSi(orbits.altitude_m, 'km'), inclination_deg: fromSi(orbits.inclination_rad, 'deg'),
      speed_kmps: fromSi(interceptor.speed_mps, 'kmps'), acceleration_g: fromSi(interceptor.acceleration_mps2, 'g'), ...moreDocument(more), divert_kmps: flights.question.phase === 'boost' ? fromSi(interceptor.divert_mps, 'kmps') : null, floor_km: fromSi(interceptor.floor_m, 'km'),
      // JSON has no infinity: null is no limit but the end of the boost.
      longestFlyout_s: interceptor.battery_s < Infinity ? interceptor.battery_s : null,
      hours: fromSi(watch.duration_s, 'h'), step_s: watch.step_s,
    },
  };
}

/** Which constellation `interceptors` and which `sizedFor95` belong to; null, with the reason, where there is no number. */
function layoutsDocument({ forMean, for95 }: Pick<PropagatedAnswer, 'forMean' | 'for95'>): Record<string, unknown> {
  return { mean: constellationDocument(forMean), for95: typeof for95 === 'string' ? null : constellationDocument(for95), for95Missing: typeof for95 === 'string' ? for95 : null };
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

const NO_SURE: Readonly<Record<NoSure, string>> = {
  'some-never-in-reach': 'no number: some missiles of the class are never in reach',
  'not-searched': `patterns of more than ${countText(MOST_SEARCHED)} satellites are not searched`,
  'no-pattern': 'no pattern with up to twice the number at random does',
};

export function propagatedText(answer: PropagatedAnswer, { commit_s, watch, flights, layout, salvo, perSatellite_count = 1, works_prob = 1 }: PropagatedInputs, { title, attack }: SizeMissile): string {
  const { inReach, believed, atLeast, forMean, for95 } = answer, [target] = attack.targets;
  const number = (interceptors: number): string => `${countText(interceptors)}${salvo === 1 ? '' : `, ${significantText(interceptors / salvo)} for each missile`}`;
  const pairs: [string, string][] = [
    ['Missile', `${title}, ${attack.origin.name} to ${target?.name ?? ''}`],
    ['Flights', flights.flown.length === 1 ? 'the class itself, without dispersion' : `${countText(flights.flown.length)} of the class, which differ in place and burn time`],
    ['Window', windowText(answer, commit_s, flights.question.phase)],
    ['Fly-out', `${toPlace(fromSi(answer.flyout_m, 'km'), -1)} km at most; ${toPlace(fromSi(answer.reach_m, 'km'), -1)} km along the ground`],
    ['Absentee ratio', `${significantText(answer.absenteeRatio)} in orbit for each one in reach, over all nodes and phases`],
    ['Enough on average', `${number(answer.interceptors)}: ${constellationText(forMean)}`],
    ['Sized to the mean', `${countText(atLeast.k)} or more are in reach ${timeText(atLeast.probability)}`],
    ['Enough 95 % of the time', typeof for95 === 'string' ? NO_SURE[for95] : `${number(answer.sizedFor95)}: ${constellationText(for95)}`],
    ...(layout.kind === 'random' ? [] : [['The same at random', answer.sizedFor95AtRandom < Infinity ? number(answer.sizedFor95AtRandom) : NO_SURE['some-never-in-reach']] as [string, string]]),
    ...carrierPairs({ perSatellite_count, works_prob }, answer.interceptors),
    ['Counted', `${constellationText(answer.constellation)}, every ${significantText(watch.step_s)} s over ${significantText(fromSi(watch.duration_s, 'h'))} h`],
    ['In reach', `${inReachText(inReach)}; ${countText(atLeast.k)} or more ${timeText(inReach.enough)}`],
    ['Over all nodes and phases', `${toPlace(inReach.expected, -2)} on average; the launches counted are a part of them`],
  ];
  if (believed !== null) {
    pairs.push(['As forecast', `${inReachText(believed)}; ${toPlace(100 * believed.holds, 0)} % of those shown really can, ${toPlace(100 * believed.shown, 0)} % of those that can are shown`]);
    pairs.push(['Shots by forecast', `${toPlace(100 * believed.arrives, 0)} % of those fired at the first meeting shown arrive; ${believed.interceptors < Infinity ? `${countText(believed.interceptors)} interceptors have enough of them on average` : 'no number has enough of them'}`]);
  }
  pairs.push(['At the worst time', inReach.min >= atLeast.k ? 'still enough' : `${countText(inReach.min)} in reach, ${countText(atLeast.k)} wanted: an attacker who waits for it meets that`]);
  return textPairs(pairs);
}

/** Of launches that were counted, which are not all there are. */
function timeText(share: number): string {
  if (share <= 0 || share >= 1) return share <= 0 ? 'at none of the launches counted' : 'at all launches counted';
  return `${percentText(share)} of the time`;
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
  if (constellation.kind === 'random') return `${count} satellites with nodes and phases at random`;
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
  /** In the unit of the flag. */
  readonly show: (value: number) => string;
}

export const CURVE_FLAGS: Readonly<Record<CurveQuantity, CurveFlag>> = {
  speed: { flag: '--speed_kmps', key: 'speed_kmps', words: 'speed of the interceptor (km/s)', of: ({ interceptor }) => interceptor.speed_mps, show: (value) => roundedText(fromSi(value, 'kmps'), -2, 0) },
  delay: { flag: '--delay_s', key: 'delay_s', words: 'order after launch (s)', of: ({ commit_s }) => commit_s, show: (value) => roundedText(value, -1, 0) },
  altitude: { flag: '--altitude_km', key: 'altitude_km', words: 'altitude of the orbits (km)', of: ({ orbits }) => orbits.altitude_m, show: (value) => roundedText(fromSi(value, 'km'), 0, 0) },
  inclination: { flag: '--inclination_deg', key: 'inclination_deg', words: 'inclination of the orbits (degrees)', of: ({ orbits }) => orbits.inclination_rad, show: (value) => roundedText(fromSi(value, 'deg'), -1, 0) },
};

export const curveUnit = (quantity: CurveQuantity): string => CURVE_FLAGS[quantity].key;

/** Every number with the layout that it belongs to. */
export function curveDocument(points: readonly CurvePoint[], quantity: CurveQuantity): Record<string, unknown>[] {
  const { key, show } = CURVE_FLAGS[quantity];
  return points.map(({ value, absenteeRatio, perMissile, perMissile95, perMissile95AtRandom, forMean, for95 }) => ({
    [key]: Number(show(value)), absenteeRatio: absenteeRatio ?? null, perMissile: perMissile ?? null, perMissile95: finite(perMissile95), perMissile95AtRandom: finite(perMissile95AtRandom),
    layouts: forMean === undefined || for95 === undefined ? null : layoutsDocument({ forMean, for95 }),
  }));
}

/** JSON has no infinity. */
const finite = (value: number | undefined): number | null => (value !== undefined && value < Infinity ? value : null);

const SHORT_NO_SURE: Readonly<Record<NoSure, string>> = { 'some-never-in-reach': 'none', 'not-searched': 'not searched', 'no-pattern': 'none found' };

export function curveText(points: readonly CurvePoint[], quantity: CurveQuantity): string {
  const { words, show } = CURVE_FLAGS[quantity], isRandom = points.some(({ forMean }) => forMean?.kind === 'random');
  const number = (value: number | undefined, none = 'none'): string => (value === undefined ? '' : value < Infinity ? significantText(value) : none);
  const rows = points.map(({ value, absenteeRatio, perMissile, perMissile95, perMissile95AtRandom, forMean, for95 }) => {
    const cells = [show(value), absenteeRatio === undefined ? 'none in reach' : significantText(absenteeRatio), number(perMissile)];
    const sure = number(perMissile95, typeof for95 === 'string' ? SHORT_NO_SURE[for95] : '');
    return isRandom ? [...cells, sure] : [...cells, planesText(forMean), sure, planesText(for95), number(perMissile95AtRandom)];
  });
  const heads = isRandom ? ['per missile on average', 'for 95 % of the time'] : ['per missile on average', 'planes × each', 'for 95 % of the time', 'planes × each', 'for 95 % at random'];
  const layout = isRandom ? 'Satellites with nodes and phases at random.' : 'Walker patterns, each as large as it needs to be; last column: nodes and phases at random instead. Between neighbouring lines patterns may suit the place more or less.';
  const none = points.some(({ for95 }) => for95 === 'some-never-in-reach') ? ' None: some missiles of the class are never in reach.' : '';
  return `${textTable([{ head: words, align: 'right' }, { head: 'absentee ratio', align: 'right' }, ...heads.map((head) => ({ head, align: 'right' as const }))], rows)}\n${layout}${none}`;
}

function planesText(layout: Constellation | NoSure | undefined): string {
  return layout === undefined || typeof layout === 'string' || layout.kind === 'random' ? '' : `${countText(layout.shell.planes_count)} × ${countText(layout.shell.perPlane_count)}`;
}
