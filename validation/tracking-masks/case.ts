/** What "about 40 satellites for the globe" and "four give about 10 per cent" say of a mask. Reasons and sources: case.md. */
import { significantText } from '../../src/figures/numbers.js';
import { EARTH_MEAN_RADIUS_M } from '../../src/kernel/constants.js';
import { capFraction, coverageCap_rad } from '../../src/kernel/earth/horizon.js';
import { findRoot } from '../../src/kernel/roots.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';
import { type Cover, coverOf, fewestThatCover, widestHole_rad } from './cover.js';

const ID = 'tracking-masks';
const ALTITUDE_M = 1_000_000;
const INCLINATION_RAD = toSi(81, 'deg');
/** Of the five even patterns of 40 at this inclination, the one that leaves the smallest hole. */
const FORTY = { planes: 5, perPlane: 8, phasing: 1 } as const;
/** The mask of the caps of case horizons. */
const TEN_DEG_RAD = toSi(10, 'deg');
const RELATIVE = 0.005;
const HOLE_DEG = 0.02;

const degrees = (angle_rad: number): string => significantText(fromSi(angle_rad, 'deg'), 3);

/** Elevation at which the edge of a cap sees its satellite. */
function elevationOf_rad(cap_rad: number): number {
  return Math.atan2(Math.cos(cap_rad) - EARTH_MEAN_RADIUS_M / (EARTH_MEAN_RADIUS_M + ALTITUDE_M), Math.sin(cap_rad));
}

function maskText(cap_rad: number): string {
  const elevation_rad = elevationOf_rad(cap_rad);
  const offNadir_rad = Math.asin((EARTH_MEAN_RADIUS_M * Math.cos(elevation_rad)) / (EARTH_MEAN_RADIUS_M + ALTITUDE_M));
  return `mask of ${degrees(elevation_rad)} deg elevation, ${degrees(offNadir_rad)} deg off nadir`;
}

interface Choices {
  readonly elevation_rad: number;
  readonly altitude_m: number;
  readonly phasingOff: number;
  readonly inclinationOff_rad: number;
}

const OURS: Choices = { elevation_rad: TEN_DEG_RAD, altitude_m: ALTITUDE_M, phasingOff: 0, inclinationOff_rad: 0 };

function compare(change: Partial<Choices> = {}): ValidationResult {
  const choices = { ...OURS, ...change };
  const counted = (planes: number, perPlane: number) => coverOf({ planes, perPlane, phasing: 0, altitude_m: ALTITUDE_M, inclination_rad: INCLINATION_RAD });
  const cap_rad = coverageCap_rad(choices.altitude_m, choices.elevation_rad);
  const shares = [1, 4].map((count): Comparison => ({
    quantity: `share of the globe in view of ${count} satellites of one plane, mask of 10 deg, counted on points`, unit: '',
    expected: count * capFraction(coverageCap_rad(ALTITUDE_M, TEN_DEG_RAD)), got: counted(1, count).meanShare(cap_rad), relative: RELATIVE,
  }));
  const judged = judge([...shares, ...compareHoles(choices)]);
  if (Object.keys(change).length > 0) return judged;
  const four = counted(1, 4), forty = { ...FORTY, altitude_m: ALTITUDE_M, inclination_rad: INCLINATION_RAD };
  const tenth_rad = findRoot((angle_rad) => four.meanShare(angle_rad) - 0.1, 0.1, 0.6, 1e-5);
  return { ...judged, told: tell(four, coverOf(forty), tenth_rad, widestHole_rad(forty)) };
}

function compareHoles({ phasingOff, inclinationOff_rad }: Choices): Comparison[] {
  const reference = readReference(ID);
  return reference.map((row): Comparison => {
    const [planes, perPlane, phasing] = ['planes', 'perPlane', 'phasing'].map((column) => reference.number(row, column)) as [number, number, number];
    const inclination_deg = reference.number(row, 'inclination_deg');
    const hole_rad = widestHole_rad({ planes, perPlane, phasing: phasing + phasingOff, altitude_m: ALTITUDE_M, inclination_rad: toSi(inclination_deg, 'deg') + inclinationOff_rad });
    return { quantity: `widest hole of ${planes * perPlane} satellites in ${planes} planes at ${inclination_deg} deg`, unit: 'deg', expected: reference.number(row, 'hole_deg'), got: fromSi(hole_rad, 'deg'), absolute: HOLE_DEG };
  });
}

function tell(four: Cover, forty: Cover, tenth_rad: number, whole_rad: number): ToldRow[] {
  const percent = (share: number): number => 100 * share;
  return [
    { quantity: `share in view of 4, ${maskText(tenth_rad)}`, unit: '%', published: 10, got: percent(four.meanShare(tenth_rad)), why: 'the mask was chosen for it' },
    { quantity: `share in view of 40, ${maskText(tenth_rad)}, mean`, unit: '%', published: 100, got: percent(forty.meanShare(tenth_rad)), why: '40 caps of 2.5 % would fill the globe if none overlapped' },
    { quantity: `satellites that leave no hole, ${maskText(tenth_rad)}`, unit: '', published: 40, got: fewestThatCover({ altitude_m: ALTITUDE_M, inclination_rad: INCLINATION_RAD }, tenth_rad), why: 'fewest of even patterns at 81 deg with at most 12 planes' },
    { quantity: `share in view of 40, ${maskText(whole_rad)}, at its worst`, unit: '%', published: 100, got: percent(forty.leastShare(whole_rad)), why: 'the mask was chosen for it: 5 planes of 8 at 81 deg' },
    { quantity: `share in view of 4, ${maskText(whole_rad)}`, unit: '%', published: 10, got: percent(four.meanShare(whole_rad)), why: 'no one mask gives both: a field of view narrower than the field of regard would' },
  ];
}

export const trackingMasks: ValidationCase = {
  id: ID,
  title: 'Masks behind published counts of tracking satellites',
  source: 'Ballard, IEEE Transactions on Aerospace and Electronic Systems 16 (1980) for patterns (seen: secondary); Space Development Agency as quoted by Defense Daily for the counts (seen: secondary)',
  mark: 'reproduced',
  tolerance: '0.02 deg of widest holes, 0.5 % of counted shares; the published counts are told, not judged',
  run: () => compare(),
  mistakes: [
    { name: 'altitude of 1,200 km', run: () => compare({ altitude_m: 1_200_000 }) },
    { name: 'a mask of 11 degrees', run: () => compare({ elevation_rad: toSi(11, 'deg') }) },
    { name: 'phasing off by one', run: () => compare({ phasingOff: 1 }) },
    { name: 'inclination off by two degrees', run: () => compare({ inclinationOff_rad: toSi(2, 'deg') }) },
  ],
};
