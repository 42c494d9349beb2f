/** What CBO's number of satellites implies for reach. Reasons and sources: case.md. */
import { EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { fromSi } from '../../src/kernel/units.js';
import { reachForRatio_rad } from '../../src/models/constellation/coverage-fraction.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'cbo-design-raid';
const SATELLITES = 7800;
const MISSILES = 10;
const SHOTS = 2;
const ALTITUDE_M = 300e3;

function compare(reach_m: (perShot: number) => number, shots = SHOTS): ValidationResult {
  const reference = readReference(ID);
  const satellitesPerMissile = SATELLITES / MISSILES;
  const satellitesPerShot = satellitesPerMissile / shots;
  const got: Readonly<Record<string, number>> = { satellitesPerMissile, satellitesPerShot, uniformReach_km: fromSi(reach_m(satellitesPerShot), 'km') };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

const ours = (perShot: number): number => (EARTH_RADIUS_M + ALTITUDE_M) * reachForRatio_rad(perShot);

export const cboDesignRaid: ValidationCase = {
  id: ID,
  title: 'Satellites per missile in a design raid, CBO 2026',
  source: 'Congressional Budget Office, Potential Costs of a National Missile Defense System, 62422, 2026 (seen: secondary); two shots assumed',
  mark: 'arithmetic',
  tolerance: 'ratios exact; reach 0.1 %',
  run: () => compare(ours),
  mistakes: [
    { name: 'reach on the ground instead of at the shell', run: () => compare((perShot) => EARTH_RADIUS_M * reachForRatio_rad(perShot)) },
    { name: 'one shot instead of two', run: () => compare(ours, 1) },
    { name: 'half of the sphere', run: () => compare((perShot) => ours(2 * perShot)) },
    { name: 'kilometres for metres', run: () => compare((perShot) => ours(perShot) / 1000) },
  ],
};
