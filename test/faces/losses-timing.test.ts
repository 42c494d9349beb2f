/** What a shield has left after losses, and what an attacker gains by choosing when: keys, sums, refusals. */
import { describe, expect, it } from 'vitest';
import { percentText } from '../../src/cli/size/shield-answer.js';
import { cupola, cupolaJson } from './cupola.js';

const SCENARIO = 'scenarios/01-ten-icbms-notional-shell.yaml';

interface Losses {
  satellites: number;
  wanted: number;
  window: { commit_s: number; closes_s: number };
  losses: { kind: string; lost: number; inReach: { mean: number; min: number }; atLeast: { k: number; probability: number }; refill: { launches: number; months: number } | null }[];
}

interface Timing {
  runs: number;
  epoch: { random: { leakage: { mean: number } }; worst: { leakage: { mean: number } }; difference: { mean: number; low: number; high: number } } | null;
  secondSalvo: { after_s: number; afterSalvo: { mean: number }; afterAll: { mean: number; max: number } }[];
}

describe('losses', () => {
  it('tells four kinds, and how long it takes to launch others', async () => {
    const answer = await cupolaJson<Losses>(['losses', SCENARIO, '--lose', '780', '--perMonth', '4', '--perLaunch', '30', '--hours', '6']);
    expect(answer.satellites).toBe(7800);
    expect(answer.wanted).toBe(20);
    expect(answer.window.commit_s).toBeLessThan(answer.window.closes_s);
    expect(answer.losses.map(({ kind }) => kind)).toEqual(['none', 'random', 'plane', 'in-reach']);
    expect(answer.losses[1]).toMatchObject({ lost: 780, refill: { launches: 26, months: 6.5 } });
    expect(answer.losses[1]!.inReach.mean).toBeLessThan(answer.losses[0]!.inReach.mean);
    expect(answer.losses[3]!.inReach.min).toBe(0);
  });

  it('refuses more than there are, half a rate, and shields that cannot fire in time', async () => {
    expect((await cupola('losses', SCENARIO, '--lose', '8000')).stderr).toContain('at most 7,800');
    expect((await cupola('losses', SCENARIO, '--perMonth', '3')).stderr).toContain('--perLaunch');
    const late = await cupola('losses', SCENARIO, '--set', 'release.space.delay_s=300');
    expect(late.stderr).toMatch(/release before \d+ s[\s\S]*smaller by \d+ s/);
  });

  it('says that nothing is ever in reach, with the nearest release that would do', async () => {
    const late = await cupola('losses', SCENARIO, '--set', 'release.space.delay_s=120');
    expect(late.stderr).toMatch(/nothing ever in reach/);
    const [, nearest = ''] = /nearest: release\.space\.delay_s (\d+) instead of 120/.exec(late.stderr) ?? [];
    expect((await cupolaJson<Losses>(['losses', SCENARIO, '--set', `release.space.delay_s=${nearest}`, '--hours', '1'])).losses).toHaveLength(4);
    expect((await cupola('losses', SCENARIO, '--set', 'interceptors[0].inclination_deg=10')).stderr).toContain('other orbits, or faster interceptors');
  });

  it('tells none and all as such, and rounds to neither', async () => {
    const { stdout } = await cupola('losses', SCENARIO, '--hours', '6');
    expect(stdout).toMatch(/nothing lost +0 .* none\n/);
    expect(stdout).not.toMatch(/ (0|100)\.0 %/);
    expect([0, 1e-5, 0.5, 0.99999, 1].map(percentText)).toEqual(['none', '< 0.1 %', '50.0 %', '> 99.9 %', 'all']);
  });
});

describe('timing', () => {
  it('compares the worst epoch with a random one under the same luck, and counts second salvos', async () => {
    const answer = await cupolaJson<Timing>(['timing', SCENARIO, '--runs', '100', '--set', 'interceptors[0].count=1500', '--set', 'raid[0].within_s=0', '--hours', '6', '--workers', '0']);
    const { random, worst, difference } = answer.epoch!;
    expect(worst.leakage.mean).toBeGreaterThan(random.leakage.mean);
    expect(difference.mean).toBeCloseTo(worst.leakage.mean - random.leakage.mean, 9);
    expect(difference.low).toBeLessThan(difference.high);
    expect(answer.secondSalvo[0]).toMatchObject({ after_s: 0, afterAll: { max: 0 } });
    expect(answer.secondSalvo.at(-1)!.after_s).toBeGreaterThan(10_000);
  });

  it('leaves the runs out when asked', async () => {
    expect((await cupolaJson<Timing>(['timing', SCENARIO, '--runs', '0', '--hours', '2'])).epoch).toBeNull();
  });
});
