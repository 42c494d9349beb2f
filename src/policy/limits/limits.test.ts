/** Constructed scenarios that each instrument must flag, and near ones that it must clear; what is not known is never taken for zero. */
import { describe, expect, it } from 'vitest';
import { compileText } from '../../scenario/compile/compile.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { catalogue } from '../../../test/load.js';
import { answerLimits, checkLimits, knownUntil } from './check-limits.js';
import type { LimitCheck } from './limit-check.js';

function planOf(more: object): Plan {
  const result = compileText(JSON.stringify({ version: 1, raid: [{ missile: 'solid-icbm-3-stage', from: 'russia-siberia', to: 'seattle', count: 1 }], sensors: [], interceptors: [], ...more }), 'test', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}
const checksOf = (more: object, ...rest: [asOf?: string, forces?: Parameters<typeof checkLimits>[3]]): Record<string, LimitCheck> => Object.fromEntries(checkLimits(planOf(more), catalogue(), ...rest).map((check) => [check.id, check]));
const gbi = (at: string, count: number) => ({ battery: 'gbi', at, count });
const raid = (missile: string, count: number, from = 'russia-siberia') => ({ raid: [{ missile, from, to: 'seattle', count }] });

describe('the ABM Treaty', () => {
  it('clears 100 interceptors at one site and flags 101', () => {
    expect(checksOf({ interceptors: [gbi('fort-greely', 100)] })['abm-iii-interceptors']).toMatchObject({ finding: 'within', value: 100, limit: 100 });
    expect(checksOf({ interceptors: [gbi('fort-greely', 101)] })['abm-iii-interceptors']).toMatchObject({ finding: 'over', value: 101, limit: 100 });
    expect(checksOf({ interceptors: [gbi('fort-greely', 60), gbi('fort-greely', 41)] })['abm-iii-interceptors']).toMatchObject({ finding: 'over', value: 101 });
  });

  it('flags two sites and clears one, whatever the number', () => {
    expect(checksOf({ interceptors: [gbi('fort-greely', 1), gbi('vandenberg', 1)] })['abm-iii-sites']).toMatchObject({ finding: 'over', value: 2, limit: 1 });
    expect(checksOf({ interceptors: [gbi('fort-greely', 1)] })['abm-iii-sites']).toMatchObject({ finding: 'within', value: 1 });
  });

  it('asks where the one site stands: at the silo field that was chosen, or elsewhere', () => {
    expect(checksOf({ interceptors: [gbi('cavalier', 100)] })['abm-iii-area']).toMatchObject({ finding: 'within', value: 0 });
    expect(checksOf({ interceptors: [gbi('fort-greely', 100)] })['abm-iii-area']).toMatchObject({ finding: 'over', value: 100 });
  });

  it('flags a space layer by both readings, ships and vehicles by one of them', () => {
    const checks = checksOf({ interceptors: [{ constellation: 'notional-7800' }, { battery: 'sm-3-iia', at: 'ship-hawaii', count: 10 }, { battery: 'thaad', at: 'seattle', count: 48 }] });
    expect(checks['abm-v-space']).toMatchObject({ finding: 'over', value: 7800, limit: 0 });
    expect(checks['abm-v-sea']).toMatchObject({ finding: 'flag', value: 0 });
    expect(checks['abm-v-sea']!.byReading.map(({ reading, value, finding }) => [reading, value, finding])).toEqual([['narrow', 0, 'within'], ['wide', 10, 'over']]);
    expect(checks['abm-v-mobile']!.byReading[1]).toMatchObject({ value: 48, finding: 'over' });
    for (const id of ['abm-v-sea', 'abm-v-mobile']) expect(checks[id]!.disagreement.length).toBeGreaterThanOrEqual(2);
  });

  it('says what "ABM-limited" leaves: one site of 100 at the field, and nothing in orbit', () => {
    const limited = answerLimits(planOf({ interceptors: [gbi('cavalier', 100), { constellation: 'notional-7800' }, { battery: 'thaad', at: 'seattle', count: 48 }] }), catalogue()).abmLimited;
    expect(limited.map(({ narrow, wide }) => [narrow, wide])).toEqual([[[], []], [['V'], ['V']], [[], ['V']]]);
  });

  it('is told with its state on the day: in force, and since 2002 not', () => {
    const of = (asOf: string) => checksOf({ interceptors: [gbi('fort-greely', 1)] }, asOf)['abm-iii-sites']!.status;
    expect(of('1972-01-01').state).toBe('not yet');
    expect(of('2002-06-12').state).toBe('in force');
    expect(of('2002-06-13')).toMatchObject({ state: 'ended', since: '2002-06-13' });
  });
});

describe('New START', () => {
  it('clears 1,550 warheads and flags 1,551', () => {
    expect(checksOf(raid('heavy-icbm-class', 155))['new-start-warheads-raid']).toMatchObject({ finding: 'within', value: 1550, limit: 1550 });
    expect(checksOf({ raid: [{ missile: 'heavy-icbm-class', from: 'russia-siberia', to: 'seattle', count: 155 }, { missile: 'solid-icbm-3-stage', from: 'russia-siberia', to: 'seattle', count: 1 }] })['new-start-warheads-raid']).toMatchObject({ finding: 'over', value: 1551 });
  });

  it('clears 700 launchers and flags 701; of 800 in all a raid tells only the least', () => {
    const at700 = checksOf(raid('solid-icbm-3-stage', 700)), at701 = checksOf(raid('solid-icbm-3-stage', 701)), at801 = checksOf(raid('solid-icbm-3-stage', 801));
    expect(at700['new-start-launchers-raid']).toMatchObject({ finding: 'within', value: 700 });
    expect(at701['new-start-launchers-raid']).toMatchObject({ finding: 'over', value: 701 });
    expect(at701['new-start-total-raid']).toMatchObject({ finding: 'not known', value: null });
    expect(at801['new-start-total-raid']).toMatchObject({ finding: 'over', value: null, limit: 800 });
  });

  it('does not count what the treaty did not, and leaves open what it did not settle', () => {
    expect(checksOf({ raid: [{ missile: 'subsonic-cruise-class', from: 'gulf-of-mexico-launch-area', to: 'houston', count: 3 }] })['new-start-warheads-raid']).toMatchObject({ finding: 'not applicable' });
    const fractional = checksOf({ raid: [{ missile: 'solid-icbm-3-stage', from: 'russia-siberia', to: 'seattle', count: 700 }, { missile: 'fractional-orbital-class', from: 'russia-siberia', to: 'houston', count: 5, approach: 'long' }] });
    expect(fractional['new-start-launchers-raid']).toMatchObject({ finding: 'flag', value: 700 });
    expect(fractional['ost-iv-fractional']).toMatchObject({ finding: 'flag', value: 5, subject: 'raid' });
    expect(fractional['ost-iv-fractional']!.disagreement).toHaveLength(2);
  });

  it('shows its expiry and the offer', () => {
    const { status } = checksOf({})['new-start-warheads-raid']!;
    expect(status).toMatchObject({ asOf: knownUntil(catalogue()), state: 'ended', since: '2026-02-05' });
    expect(status.dates.map(({ date }) => date)).toEqual(expect.arrayContaining(['2023', '2025-09', '2026-02-05']));
    expect(checksOf({}, '2024-01-01')['new-start-warheads-raid']!.status.state).toBe('suspended');
  });

  it('takes what is not known for neither zero nor a limit', () => {
    const checks = checksOf({});
    expect(checks['new-start-warheads-united-states']).toMatchObject({ finding: 'not known', value: null });
    expect(checks['new-start-launchers-russia']).toMatchObject({ finding: 'not known', value: null });
    expect(checks['new-start-launchers-russia']!.reasons.join(' ')).toContain('heavy bombers');
    expect(checks['new-start-warheads-china']).toMatchObject({ finding: 'not applicable' });
  });

  it('holds forces of the user\'s, with what they leave out', () => {
    const forces = [{ state: 'russia', source: 'a constructed case', deployedWarheads_count: 1551 }, { state: 'blue', source: 'a constructed case', deployedWarheads_count: 1550, deployedLaunchers_count: 701, totalLaunchers_count: 800 }];
    const checks = checksOf({}, undefined, forces);
    expect(checks['new-start-warheads-russia-file']).toMatchObject({ finding: 'over', value: 1551 });
    expect(checks['new-start-launchers-russia-file']).toMatchObject({ finding: 'not known', value: null });
    expect(['warheads', 'launchers', 'total'].map((id) => checks[`new-start-${id}-blue-file`]!.finding)).toEqual(['within', 'over', 'within']);
  });
});

describe('outer space and notices', () => {
  it('flags interceptors in orbit under three articles with both readings, and nothing without them', () => {
    const withLayer = checksOf({ interceptors: [{ constellation: 'notional-7800' }] }), without = checksOf({ interceptors: [gbi('fort-greely', 10)] });
    for (const id of ['ost-iv', 'ost-i', 'ost-ix']) {
      expect(withLayer[id]).toMatchObject({ finding: 'flag', value: 7800 });
      expect(withLayer[id]!.disagreement.length).toBeGreaterThanOrEqual(2);
      expect(without[id]).toMatchObject({ finding: 'not applicable', value: 0 });
    }
  });

  it('counts the launches that would have to be announced, by the states that an agreement binds', () => {
    expect(checksOf(raid('solid-icbm-3-stage', 7))['launch-1988-i']).toMatchObject({ finding: 'flag', value: 7 });
    expect(checksOf(raid('solid-icbm-3-stage', 7))['launch-1988-i']!.reasons.join(' ')).toContain('24 hours');
    expect(checksOf(raid('hwasong-18', 7, 'north-korea-interior'))['launch-1988-i']).toMatchObject({ finding: 'not applicable', value: 0 });
    expect(checksOf(raid('intercontinental-glide-class', 7))['launch-1988-i']).toMatchObject({ finding: 'flag', value: 0 });
  });

  it('registers every launch place, also those under no instrument', () => {
    const { register } = answerLimits(planOf({}), catalogue());
    expect(register).toHaveLength(Object.keys(catalogue().kinds.launches).length);
    expect(register.find(({ place }) => place === 'sohae')!.instruments).toEqual([]);
    expect(register.find(({ place }) => place === 'plesetsk')!.instruments).toEqual(['hague-code-2002', 'russia-china-2009']);
    expect(register[0]!.radius_km).toBe(100);
  });

  it('tells instrument, article, dates, source and disagreement with every check, and no verdict of its own', () => {
    for (const check of checkLimits(planOf({ interceptors: [{ constellation: 'notional-7800' }, gbi('fort-greely', 40)] }), catalogue())) {
      expect([check.title, check.article, check.articleSays, check.source.source, check.status.text].every((text) => text.length > 0), check.id).toBe(true);
      expect(check.status.dates.length).toBeGreaterThan(0);
      expect(check.reasons.length).toBeGreaterThan(0);
      expect(check.reasons.join(' ')).not.toMatch(/\b(unlawful|illegal|violat)/i);
    }
  });
});
