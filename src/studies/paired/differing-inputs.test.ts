import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { differingInputs } from './differing-inputs.js';

const base = compileScenario();
const differences = (...overrides: readonly string[]) => differingInputs(base, compileScenario(undefined, overrides));

describe('inputs that differ', () => {
  it('are none between a scenario and itself', () => {
    expect(differingInputs(base, base)).toEqual([]);
  });

  it.each([
    ['release.space.delay_s=35', 30, 35],
    ['interceptors[0].count=15600', 7800, 15600],
    ['interceptors[1].count=20', 40, 20],
    ['interceptors[0].interceptor.speed_kmps=5.5', 5, 5.5],
    ['interceptors[0].commonMode[0].scope=target', 'layer', 'target'],
    ['raid[0].count=12', 10, 12],
    ['raid[0].threat.stages[1].dry_kg=1000', 1050, 1000],
    ['raid[0].missile=liquid-icbm-2-stage', 'solid-icbm-3-stage', 'liquid-icbm-2-stage'],
    ['raid[0].to=chicago', 'chicago; seattle; los-angeles', 'chicago'],
    ['sensors[1].range_km=4000', 5000, 4000],
    ['release.ground.evidence=radar', 'infrared-and-radar', 'radar'],
    ['command.doctrine=barrage', 'shoot-look-shoot', 'barrage'],
    ['command.prediction=perfect', 'template', 'perfect'],
    ['epoch.within_h=12', 24, 12],
    ['variants=32', 64, 32],
  ])('names %s', (override, valueA, valueB) => {
    expect(differences(override)).toContainEqual({ path: override.split('=')[0], valueA, valueB });
  });

  it('are exactly those, for a number; at every path of its card where the scenario moves all', () => {
    expect(differences('release.space.delay_s=35')).toHaveLength(1);
    expect(differences('interceptors[1].interceptor.deadTime_s=20', 'interceptors[2].interceptor.deadTime_s=20').map(({ path }) => path)).toEqual(['interceptors[1].interceptor.deadTime_s', 'interceptors[2].interceptor.deadTime_s']);
  });

  it('are found for every number of the plan: none is left out', () => {
    const moved = base.numbers.filter(({ low, high }) => low !== null && high !== null && low < high).filter((_, i) => i % 9 === 0);
    expect(moved.length).toBeGreaterThan(8);
    for (const { path, value, low, high } of moved) {
      const other = value === high ? low! : high!;
      expect(differences(`${path}=${other}`), path).toContainEqual({ path, valueA: value, valueB: other });
    }
  });

  it('tell an entry that only one has once, not number by number', () => {
    const other = compileScenario('02-one-icbm-ground-only.yaml');
    const list = differingInputs(base, other);
    expect(list).toContainEqual({ path: 'interceptors[2].battery', valueA: 'gbi', valueB: null });
    expect(list).toContainEqual({ path: 'interceptors[0].constellation', valueA: 'notional-7800', valueB: null });
    expect(list.filter(({ path }) => path.startsWith('interceptors[2].'))).toHaveLength(1);
  });

  it('are found where places are given by coordinates', () => {
    const at = (lon: number) => compileScenario(undefined, [`raid[0].from={ lat_deg: 40, lon_deg: ${lon}, name: somewhere }`]);
    expect(differingInputs(at(127), at(127.5)).map(({ path }) => path)).toEqual(['raid[0].from']);
  });
});
