/** What a missile that flew a reported lofted flight reaches on an ordinary one. Reasons and sources: case.md. */
import { ellipseThrough, minimumEnergy } from '../../src/kernel/orbit/impulsive.js';
import { PI } from '../../src/kernel/maths.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import { findRoot } from '../../src/kernel/roots.js';
import { maxRange, solveToLoft } from '../../src/models/threat/index.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { prepareClass, readMissileClass } from '../missile-class.js';
import { readReference } from '../reference.js';

const ID = 'standard-range';
const RELATIVE = 0.1;
const LIGHTEST_KG = 100;
const HEAVIEST_KG = 3000;
const PAYLOAD_STEPS = 9;

interface Lofted {
  readonly name: string;
  readonly bearing_rad: number;
  readonly apogee_m: number;
  readonly range_m: number;
}

type Model = (lofted: Lofted) => number;

/** The heaviest payload with which the class still flies the lofted flight, everything burnt. */
function heaviestPayload_kg({ name, bearing_rad, apogee_m, range_m }: Lofted): number {
  let low = LIGHTEST_KG;
  let high = HEAVIEST_KG;
  for (let step = 0; step < PAYLOAD_STEPS; step++) {
    const payload_kg = 0.5 * (low + high);
    const missile = readMissileClass(name, payload_kg);
    if (solveToLoft(prepareClass(missile), missile.origin, bearing_rad, apogee_m, range_m).converged) low = payload_kg;
    else high = payload_kg;
  }
  return low;
}

/** Farthest flight with a share of that payload; northwards the Earth's turning neither helps nor hinders. */
const flown = (payloadShare = 1, azimuth_rad = 0): Model => (lofted) => {
  const missile = readMissileClass(lofted.name, payloadShare * heaviestPayload_kg(lofted));
  return maxRange(prepareClass(missile), missile.origin, azimuth_rad).range_m;
};

/** The speed of the lofted ellipse spent on the flight of least energy. */
const reusedSpeed: Model = ({ apogee_m, range_m }) => {
  const { speed_mps } = ellipseThrough(apogee_m, range_m);
  return findRoot((other_m) => minimumEnergy(other_m).speed_mps - speed_mps, 1e4, 2e7, 1);
};

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  const judged: Comparison[] = [];
  const told: ToldRow[] = [];
  for (let row = 0; row < reference.rows.length; row++) {
    const lofted = {
      name: reference.text(row, 'class'), bearing_rad: toSi(reference.number(row, 'bearing_deg'), 'deg'),
      apogee_m: toSi(reference.number(row, 'apogee_km'), 'km'), range_m: toSi(reference.number(row, 'range_km'), 'km'),
    };
    const quantity = `${reference.text(row, 'flight')}: ordinary range`;
    const published = reference.number(row, 'ordinary_km');
    const got = fromSi(model(lofted), 'km');
    if (reference.number(row, 'isJudged') === 1) judged.push({ quantity, unit: 'km', expected: published, got, relative: RELATIVE });
    else told.push({ quantity, unit: 'km', published, got, why: 'said to be more than this; so near to orbit that 4 % of speed lie between 13,000 and 18,000 km' });
  }
  return { ...judge(judged), told };
}

export const standardRange: ValidationCase = {
  id: ID,
  title: 'From a lofted flight to the ordinary range of the same missile',
  source: 'CSIS Missile Threat on the Hwasong-12 and Hwasong-14 flights of May and July 2017 (secondary)',
  mark: 'reproduced',
  tolerance: '10 % of the range',
  run: () => compare(flown()),
  mistakes: [
    { name: 'the lofted flight\'s impulsive speed reused', run: () => compare(reusedSpeed) },
    { name: 'half the payload', run: () => compare(flown(0.5)) },
    { name: 'flown with the turning Earth', run: () => compare(flown(1, PI / 2)) },
  ],
};
