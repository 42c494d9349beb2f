/** Burn times of solid and liquid ICBMs. Reasons and sources: case.md. */
import { poweredTime_s } from '../../src/kernel/flight/flight.js';
import { destination } from '../../src/kernel/earth/geodesy.js';
import { prepareThreat } from '../../src/models/threat/index.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { BallisticThreatPlan } from '../../src/scenario/plan/plan.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readMissileClass } from '../missile-class.js';
import { readReference } from '../reference.js';

const ID = 'burn-times';
const RELATIVE = 0.15;
/** A boost of 3 to 5 min from launch to the end of thrust, as middle and half-width. */
const BOOST_S = 240;
const BOOST_SPREAD_S = 60;

/** A target like those of the flights that a boost-phase layer meets: nearer than the greatest range. */
const FLOWN_RANGE_M = 9_000_000;
const LAUNCH_LAT_DEG = 45;

/** Boost of a standard flight due north from the middle latitudes, where thrust is cut off before everything has burnt. */
function flownBoost_s(threat: BallisticThreatPlan): number {
  const from = { lat_rad: toSi(LAUNCH_LAT_DEG, 'deg'), lon_rad: 0, altitude_m: 0 };
  const to = new Float64Array(2);
  destination(from.lat_rad, from.lon_rad, 0, FLOWN_RANGE_M, to);
  const solved = prepareThreat(threat).solve({ from, to: { lat_rad: to[0] ?? 0, lon_rad: to[1] ?? 0, altitude_m: 0 }, route: [], shape: 'standard', approach: 'short', bodies: [] });
  if (!solved.converged) throw new Error(`${ID}: ${threat.name} does not reach ${FLOWN_RANGE_M} m`);
  return solved.flight.burnTime_s;
}

/** Time under thrust. */
type Model = (threat: BallisticThreatPlan) => number;

/** From launch to the end of thrust: coasts between stages count. */
function boost_s(threat: BallisticThreatPlan, thrust_s: number): number {
  return threat.stages.slice(0, -1).reduce((sum, stage) => sum + stage.coastAfter_s, thrust_s);
}

function compare(model: Model, published_s: (written_s: number) => number = (written_s) => written_s): ValidationResult {
  const reference = readReference(ID);
  const judged: Comparison[] = [];
  const told: ToldRow[] = [];
  for (let row = 0; row < reference.rows.length; row++) {
    const name = reference.text(row, 'class');
    const quantity = `${name}: thrust of a ${reference.text(row, 'fuel')} ICBM`;
    const expected = published_s(reference.number(row, 'published_s'));
    const { threat } = readMissileClass(name);
    const got = model(threat);
    if (reference.number(row, 'isJudged') === 1) {
      judged.push(
        { quantity, unit: 's', expected, got, relative: RELATIVE },
        { quantity: `${name}: full boost`, unit: 's', expected: BOOST_S, got: boost_s(threat, got), absolute: BOOST_SPREAD_S },
      );
      const got_s = flownBoost_s(threat);
      if (Math.abs(got_s - BOOST_S) > BOOST_SPREAD_S) {
        told.push({ quantity: `${name}: boost as flown over ${fromSi(FLOWN_RANGE_M, 'km')} km`, unit: 's', published: BOOST_S, got: got_s, why: 'thrust is cut off before everything has burnt, which 3 to 5 min do not mean' });
      }
    } else told.push({ quantity, unit: 's', published: expected, got, why: 'an early type with a small second engine, not of the class that is meant' });
  }
  return { ...judge(judged), told };
}

/** Liquid for solid and the other way round. */
const swapped_s = (written_s: number): number => (written_s === 170 ? 250 : 170);

export const burnTimes: ValidationCase = {
  id: ID,
  title: 'Burn times of solid and liquid ICBMs',
  source: 'IEEE Spectrum, March 2005, after APS 2003: 170 s and 250 s; Congressional Budget Office: 3 to 5 min (seen: secondary)',
  mark: 'reproduced',
  tolerance: '15 % of the burn time; full boosts of 3 to 5 min',
  run: () => compare(poweredTime_s),
  mistakes: [
    { name: 'solid and liquid exchanged', run: () => compare(poweredTime_s, swapped_s) },
    { name: 'the first stage only', run: () => compare((threat) => poweredTime_s({ ...threat, stages: threat.stages.slice(0, 1) })) },
    { name: 'all stages at once', run: () => compare((threat) => Math.max(...threat.stages.map((stage) => poweredTime_s({ ...threat, stages: [stage] })))) },
  ],
};
