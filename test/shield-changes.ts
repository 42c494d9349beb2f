/** Changes that make a shield weaker or an attack harder, by what they touch: what they do to the mean must not go the wrong way. */
import { chart } from '../src/engine/geometry.js';
import { createRunner } from '../src/engine/run.js';
import { FATE } from '../src/engine/world.js';
import { compileScenario } from './load.js';

export interface ShieldChange {
  readonly what: 'shooters' | 'sensors' | 'delays' | 'decoys';
  readonly scenario: string;
  /** Overrides of the stronger side, besides those of both. */
  readonly strong: readonly string[];
  readonly weak: readonly string[];
}

const SHELL = '01-ten-icbms-notional-shell.yaml', GROUND = '02-one-icbm-ground-only.yaml';
const TEN = ['raid[0].count=10', 'raid[0].to=[chicago, seattle, los-angeles]'];

export const CHANGES: readonly ShieldChange[] = [
  { what: 'shooters', scenario: SHELL, strong: [], weak: ['interceptors[0].count=5200'] },
  { what: 'shooters', scenario: SHELL, strong: ['interceptors[0].perSatellite=2'], weak: [] },
  { what: 'shooters', scenario: SHELL, strong: [], weak: ['interceptors[1].count=5', 'interceptors[2].count=1'] },
  { what: 'shooters', scenario: GROUND, strong: TEN, weak: [...TEN, 'interceptors[0].count=8'] },
  { what: 'sensors', scenario: SHELL, strong: [], weak: ['sensors=[{ use: sbirs-geo }]'] },
  { what: 'sensors', scenario: GROUND, strong: TEN, weak: [...TEN, 'sensors=[{ use: sbirs-geo }, { use: uewr-beale }]'] },
  { what: 'delays', scenario: SHELL, strong: [], weak: ['release.space.delay_s=60'] },
  { what: 'delays', scenario: SHELL, strong: [], weak: ['command.assessment_s=60'] },
  { what: 'delays', scenario: GROUND, strong: [], weak: ['release.ground.delay_s=1000'] },
  { what: 'decoys', scenario: SHELL, strong: [], weak: ['raid[0].threat.decoys.perMissile=4'] },
  { what: 'decoys', scenario: GROUND, strong: TEN, weak: [...TEN, 'raid[0].threat.decoys.perMissile=4'] },
];

const cache = new Map();

/** Missiles that got through, by run, all at the luck of one seed. */
export function leakedByRun(scenario: string, overrides: readonly string[], runs: number): number[] {
  const runner = createRunner(chart(compileScenario(scenario, ['variants=8', ...overrides]).plan, cache));
  return Array.from({ length: runs }, (_, run) => {
    runner.run(17, run);
    return runner.world.truth.fate.subarray(0, runner.world.truth.count).filter((fate) => fate === FATE.leaked).length;
  });
}
