/** What a study keeps does not grow with its runs: after collection, 100,000 runs hold at most a tenth more than 10,000. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('./study-memory.js', import.meta.url));

function bytesHeld(scenario: string, runs: number): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', CHILD, scenario, String(runs)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${scenario}, ${runs} runs: ${stderr}`);
  const answer = JSON.parse(stdout) as { bytes: number; runs: number };
  expect(answer.runs).toBe(runs);
  return answer.bytes;
}

describe('memory of a study', () => {
  // Two bytes a run are kept, the missiles that leaked; a row of all columns is some 200 bytes, which would double the sum.
  it.each(['02-one-icbm-ground-only.yaml', '01-ten-icbms-notional-shell.yaml'])('is bounded: %s', (scenario) => {
    const [few, many] = [bytesHeld(scenario, 10_000), bytesHeld(scenario, 100_000)];
    console.log(`${scenario}: ${(few / 1e6).toFixed(1)} MB at 10,000 runs, ${(many / 1e6).toFixed(1)} MB at 100,000, ${(many / few).toFixed(3)} ×`);
    expect(many / few).toBeLessThanOrEqual(1.1);
  }, 600_000);
});
