/** Where warheads and decoys go. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { destination } from '../../kernel/earth/geodesy.js';
import type { AttackPlan, BallisticThreatPlan, Place } from '../plan/plan.js';
import { aimsOf } from './aims.js';

const { plan } = compileScenario();
const [base] = plan.attacks as [AttackPlan];

/** Targets on one line, the given distances east of the first. */
function placesAt(...away_m: number[]): Place[] {
  const [first] = base.targets as [Place];
  return away_m.map((distance_m, i) => {
    const out = new Float64Array(2);
    destination(first.lat_rad, first.lon_rad, Math.PI / 2, distance_m, out);
    return { name: `target-${i}`, lat_rad: out[0] ?? 0, lon_rad: out[1] ?? 0, altitude_m: 0 };
  });
}

function attackWith(warheads_count: number, perMissile_count: number, targets: readonly Place[] = base.targets): AttackPlan {
  const threat = { ...(base.threat as BallisticThreatPlan), bus: { warheads_count, interval_s: 20, deltaV_mps: 400 }, decoys: { perMissile_count, ballisticCoefficient_kgpm2: 500, separation_mps: 2 } };
  return { ...base, threat, targets };
}

describe('aims of an attack', () => {
  it('are its targets where a missile is one object', () => {
    expect(aimsOf(base).map(({ to, body, kind }) => [to.name, body, kind])).toEqual(base.targets.map(({ name }) => [name, 0, 'warhead']));
  });

  it('share warheads out along the way from target to nearest target, as far as the bus surely goes', () => {
    // 400 m/s go 160 km: 90 and then 60, not 750 more.
    const targets = placesAt(0, 150_000, 90_000, 900_000);
    const to = (warheads: number, own: number): string[] => aimsOf(attackWith(warheads, 0, targets)).filter(({ target }) => target === own).map(({ to: place }) => place.name);
    expect(to(3, 0)).toEqual(['target-0', 'target-2', 'target-1']);
    expect(to(2, 0)).toEqual(['target-0', 'target-2']);
    expect(to(6, 0)).toEqual(['target-0', 'target-0', 'target-2', 'target-2', 'target-1', 'target-1']);
    expect(to(3, 3)).toEqual(['target-3', 'target-3', 'target-3']);
  });

  it('send decoys with the first warhead', () => {
    const decoys = aimsOf(attackWith(2, 3, placesAt(0, 50_000))).filter(({ kind }) => kind === 'decoy');
    expect(decoys).toHaveLength(6);
    for (const { to, target } of decoys) expect(to.name).toBe(`target-${target}`);
  });
});
