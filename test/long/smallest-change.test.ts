/** The stories of twenty runs of each of several scenarios, every named change made in the scenario's text and run again. */
import { describe, expect, it } from 'vitest';
import { checkStories } from '../smallest-changes.js';

const HOUR_MS = 3_600_000, RUNS = 20;
const SHELL = '01-ten-icbms-notional-shell.yaml';

describe('what would have stopped them', () => {
  it.each([
    [SHELL, []], ['02-one-icbm-ground-only.yaml', []], ['10-regional-power-twenty.yaml', ['variants=16']],
    [SHELL, ['command.doctrine=barrage', 'interceptors[0].count=600', 'interceptors[1].count=6']],
    [SHELL, ['release.space.delay_s=75']], [SHELL, ['sensors=[{"use":"sbirs-geo"}]']], ['15-second-salvo.yaml', ['variants=6']],
  ])('%s %j', (name, overrides) => {
    expect(checkStories({ name, overrides, runs: RUNS, each: 2 }).length).toBeGreaterThanOrEqual(RUNS);
  }, HOUR_MS);
});
