/** Objects of a plan: who is on board of what, and what tells them apart. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../test/load.js';
import { bodiesOf, lethalCount } from '../scenario/plan/lethal.js';
import type { AttackPlan, BallisticThreatPlan, Plan } from '../scenario/plan/plan.js';
import { link } from './link.js';

const { plan } = compileScenario();
const [base] = plan.attacks as [AttackPlan];

function attackWith(warheads_count: number, perMissile_count: number, count = 2): AttackPlan {
  const threat = { ...(base.threat as BallisticThreatPlan), bus: { warheads_count, interval_s: 20, deltaV_mps: 400 }, decoys: { perMissile_count, ballisticCoefficient_kgpm2: 500, separation_mps: 2 } };
  return { ...base, threat, count };
}

const planOf = (attack: AttackPlan): Plan => ({ ...plan, attacks: [attack] });

describe('objects of a plan', () => {
  it('count warheads as lethal and decoys never', () => {
    const attack = attackWith(3, 4);
    expect(lethalCount([attack])).toBe(6);
    const { missiles } = link(planOf(attack));
    expect(missiles).toHaveLength(14);
    expect(missiles.filter(({ isLethal }) => isLethal)).toHaveLength(6);
  });

  it('stand missile by missile behind the first of them, in an order that does not tell decoys from warheads', () => {
    const { missiles } = link(planOf(attackWith(2, 6, 40)));
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
