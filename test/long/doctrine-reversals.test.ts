/**
 * Runs in which a stronger shield let more through at the same luck. A barrage of ample rounds has none; else there are some,
 * because who fires hangs on who is free, and what is fired later on what was hit before. They are counted here and listed in
 * docs/models/release-and-doctrine.md.
 */
import { describe, expect, it } from 'vitest';
import { CHANGES, leakedByRun } from '../shield-changes.js';

const RUNS = 400;

describe('reversals at the same luck', () => {
  it.each(['greedy', 'joint'])('are fewer than runs the right way in every change: %s', (assignment) => {
    const rows = CHANGES.map(({ what, scenario, strong, weak }) => {
      const command = `command.assignment=${assignment}`, a = leakedByRun(scenario, [command, ...strong], RUNS), b = leakedByRun(scenario, [command, ...weak], RUNS);
      const reversed = a.flatMap((leaked, run) => (leaked > b[run]! ? [run] : []));
      return { what, change: [...strong, ...weak].filter((key) => !key.startsWith('raid[0].count') && !key.startsWith('raid[0].to')).join(' '), reversed: reversed.length, forward: a.filter((leaked, run) => leaked < b[run]!).length, first: reversed[0] ?? -1 };
    });
    console.table(rows);
    for (const { reversed, forward } of rows) {
      expect(reversed).toBeLessThanOrEqual(forward);
    }
  }, 900_000);
});
