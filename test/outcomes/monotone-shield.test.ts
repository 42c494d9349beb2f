/**
 * A weaker shield lets more through on average, whoever decides: single runs may go the other way, means may not. The change is
 * taken within pairs of runs at the same luck, and its 99 % interval must hold the right sign or nought.
 */
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../src/kernel/statistics/statistics.js';
import { CHANGES, leakedByRun } from '../shield-changes.js';

const RUNS = 120;

describe.each(['greedy', 'joint'])('with %s assignment', (assignment) => {
  it('fewer shooters, worse sensors, longer delays and decoys never help', () => {
    const clear = new Set<string>();
    for (const { what, scenario, strong, weak } of CHANGES) {
      const command = `command.assignment=${assignment}`, a = leakedByRun(scenario, [command, ...strong], RUNS), b = leakedByRun(scenario, [command, ...weak], RUNS);
      const more = b.map((leaked, run) => leaked - a[run]!), sum = more.reduce((total, one) => total + one, 0);
      const { low, high } = meanInterval(RUNS, sum, more.reduce((total, one) => total + one * one, 0), 0.99);
      expect(high, `${what}: ${weak.join(' ')}`).toBeGreaterThanOrEqual(0);
      if (low > 0) clear.add(what);
    }
    // The changes are large enough to be seen: a test that nothing could fail would say nothing.
    expect([...clear].sort()).toEqual(['decoys', 'delays', 'sensors', 'shooters']);
  }, 120_000);
});
