/** Where warheads and decoys go, and who is on board of what. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../test/load.js';
import { destination } from '../kernel/geodesy.js';
import { bodiesOf, lethalCount } from '../scenario/lethal.js';
import type { AttackPlan, BallisticThreatPlan, Place, Plan } from '../scenario/plan.js';
import { aimsOf } from './aims.js';
import { link } from './link.js';

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

function attackWith(warheads_count: number, perMissile_count: number, targets: readonly Place[] = base.targets, count = 2): AttackPlan {
  const threat = { ...(base.threat as BallisticThreatPlan), bus: { warheads_count, interval_s: 20, deltaV_mps: 400 }, decoys: { perMissile_count, ballisticCoefficient_kgpm2: 500, separation_mps: 2 } };
  return { ...base, threat, targets, count };
}

const planOf = (attack: AttackPlan): Plan => ({ ...plan, attacks: [attack] });

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

describe('objects of a plan', () => {
  it('count warheads as lethal and decoys never', () => {
    const attack = attackWith(3, 4);
    expect(lethalCount([attack])).toBe(6);
    const { missiles } = link(planOf(attack));
    expect(missiles).toHaveLength(14);
    expect(missiles.filter(({ isLethal }) => isLethal)).toHaveLength(6);
  });

  it('stand missile by missile behind the first of them, in an order that does not tell decoys from warheads', () => {
    const { missiles } = link(planOf(attackWith(2, 6, base.targets, 40)));
    missiles.forEach(({ lead, index }, m) => {
      expect(lead).toBe(m - (m % 8));
      expect(index).toBe((m - (m % 8)) / 8);
    });
    const leadsThatHarm = missiles.filter(({ lead, isLethal }, m) => lead === m && isLethal).length;
    expect(leadsThatHarm).toBeGreaterThan(2);
    expect(leadsThatHarm).toBeLessThan(25);
  });

  it('keep the name and the key of a missile that is one object', () => {
    expect(bodiesOf(base, 3)).toEqual([{ name: 'raid[0]/3', body: 0, isLethal: true }]);
    expect(bodiesOf(attackWith(2, 1), 3).map(({ name }) => name)).toEqual(['raid[0]/3.1', 'raid[0]/3.2', 'raid[0]/3.decoy1']);
    const single = link(planOf(base)).missiles[3];
    expect(single).toMatchObject({ name: 'raid[0]/3', lead: 3, key: single?.missileKey });
  });
});
