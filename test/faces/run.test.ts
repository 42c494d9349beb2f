/** `cupola run`: the keys that others rely on, sums that must hold, and answers that do not depend on who computed them. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createInline } from '../../src/cluster/inline.js';
import { createThreads } from '../../src/cluster/threads.js';
import { LEAK_CAUSES } from '../../src/engine/record/record.js';
import { headline } from '../../src/figures/sentences/sentence.js';
import { readCatalogue } from '../../src/scenario/catalogue.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import { runStudy } from '../../src/studies/runs/monte-carlo.js';
import { cupola, cupolaJson, type RunDocument, ROOT, SCENARIOS, scenarioText, startCupola, temporaryFolder } from './cupola.js';

/** Every command charts its geometry anew, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HASH = /^[0-9a-f]{64}$/;

describe('cupola run --json', () => {
  it('has the keys of the contract, and its numbers agree with each other', async () => {
    const answer = await cupolaJson<RunDocument>(['run', SCENARIOS.shell, '--runs', '200']);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(['runs', 'seed', 'planHash', 'recordHash', 'runId', 'provenance', 'sentence', 'leakage', 'intercepted', 'noLeaker', 'gotThrough', 'layers', 'funnel', 'leakCauses', 'warning', 'assumed']));
    expect(answer).toMatchObject({ runs: 200, seed: 1, planHash: expect.stringMatching(HASH), recordHash: expect.stringMatching(HASH), runId: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) });
    expect(Object.keys(answer.provenance)).toEqual(['version', 'engineVersion', 'planHash', 'dataHash', 'seed', 'command']);
    expect(answer.provenance.command).toBe(`cupola run ${SCENARIOS.shell} --runs 200 --json`);
    expect(answer.provenance.planHash).toBe(answer.planHash);
    for (const key of ['leakage', 'intercepted', 'noLeaker'] as const) {
      expect(answer[key].low).toBeLessThanOrEqual(answer[key].mean);
      expect(answer[key].mean).toBeLessThanOrEqual(answer[key].high);
    }
    const { funnel } = answer;
    expect(Object.keys(funnel)).toEqual(['launched', 'failed', 'detected', 'tracked', 'assigned', 'shot', 'killed', 'leaked']);
    expect(funnel.launched).toBe(10);
    expect(funnel.killed + funnel.leaked + funnel.failed).toBeCloseTo(10, 9);
    expect(answer.leakage.mean).toBeCloseTo(funnel.leaked / 10, 9);
    expect(answer.gotThrough.mean).toBeCloseTo(funnel.leaked, 9);
    expect(Object.keys(answer.leakCauses).sort()).toEqual([...LEAK_CAUSES].sort());
    const causes = Object.values(answer.leakCauses);
    expect(causes.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(funnel.leaked, 9);
    expect(answer.layers.length).toBeGreaterThan(0);
    for (const layer of answer.layers) expect(Object.keys(layer)).toEqual(['name', 'engaged', 'intercepted', 'shots', 'funnel']);
    expect(answer.assumed.length).toBeGreaterThan(0);
    for (const number of answer.assumed) expect(Object.keys(number)).toEqual(['path', 'value', 'low', 'high', 'source']);
    expect(answer.sentence).toBe(headline(answer, 10));
    expect(answer.warning.firstDetection_s).toBeGreaterThan(0);
  });

  it('says the same for 0, 1 and 2 workers, and something else for another seed', async () => {
    const common = ['run', SCENARIOS.groundOnly, '--runs', '250', '--set', 'variants=4'];
    const [inline, one, two, other] = [
      await cupolaJson<RunDocument>([...common, '--workers', '0']),
      await cupolaJson<RunDocument>([...common, '--workers', '1']),
      await cupolaJson<RunDocument>([...common, '--workers', '2']),
      await cupolaJson<RunDocument>([...common, '--seed', '2']),
    ];
    // Only the command that was typed differs.
    expect({ ...one, provenance: inline.provenance }).toEqual(inline);
    expect({ ...two, provenance: inline.provenance }).toEqual(inline);
    expect(other.recordHash).not.toBe(inline.recordHash);
    expect(other.planHash).toBe(inline.planHash);
  });

  it('lets everything arrive without a shield', async () => {
    const answer = await cupolaJson<RunDocument>(['run', SCENARIOS.noShield, '--runs', '50']);
    expect(answer.funnel.leaked + answer.funnel.failed).toBeCloseTo(answer.funnel.launched, 9);
    expect(answer.funnel.killed).toBe(0);
  });

  it('stops early when the interval is narrow enough, and not otherwise', async () => {
    const wide = await cupolaJson<RunDocument>(['run', SCENARIOS.groundOnly, '--runs', '1600', '--width', '0.5']);
    expect(wide.runs).toBeLessThan(1600);
    expect(wide.leakage.high - wide.leakage.low).toBeLessThanOrEqual(0.5);
    const narrow = await cupolaJson<RunDocument>(['run', SCENARIOS.groundOnly, '--runs', '400', '--width', '0.0001']);
    expect(narrow.runs).toBe(400);
  });

  it('changes what --set names', async () => {
    const plain = await cupolaJson<RunDocument>(['run', SCENARIOS.noShield, '--runs', '20']);
    const changed = await cupolaJson<RunDocument>(['run', SCENARIOS.noShield, '--runs', '20', '--set', 'raid[0].count=3']);
    expect(changed.funnel.launched).toBe(3);
    expect(changed.planHash).not.toBe(plain.planHash);
  });
});

describe('record hashes', () => {
  it('agree between one thread, two threads and no threads for seeds 1 to 5', async () => {
    const catalogue = readCatalogue(JSON.parse(readFileSync(join(ROOT, 'dist/catalogue.json'), 'utf8')));
    const result = compileText(scenarioText('shell'), SCENARIOS.shell, catalogue);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const executors = [createInline(), await createThreads({ workers: 1 }), await createThreads({ workers: 2 })];
    try {
      for (const seed of [1, 2, 3, 4, 5]) {
        const hashes: string[] = [];
        for (const executor of executors) hashes.push((await runStudy(result.compiled, { runs: 230, seed }, executor)).recordHash);
        expect(new Set(hashes).size).toBe(1);
      }
    } finally {
      for (const executor of executors) await executor.close();
    }
  });
});

describe('cupola run for people', () => {
  it('prints the sentence, units and one citation line, without colour in a pipe', async () => {
    const { code, stdout, stderr } = await cupola('run', SCENARIOS.groundOnly, '--runs', '100');
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/missile/);
    const citations = stdout.split('\n').filter((line) => line.startsWith('Cupola '));
    expect(citations).toHaveLength(1);
    expect(citations[0]).toMatch(/^Cupola \d+\.\d+\.\d+: run [0-9A-Z]{4}-[0-9A-Z]{4}, 100 runs, seed 1, plan [0-9a-f]{12}, engine [0-9a-f]{12}, data [0-9a-f]{12}\. cupola run /);
    expect(stderr).not.toContain('\r');
  });

  it('writes summary and scenario to --out, and nothing else', async () => {
    const out = join(folder, 'new/deep');
    const answer = await cupolaJson<RunDocument>(['run', SCENARIOS.noShield, '--runs', '20', '--out', out]);
    expect(readdirSync(out).sort()).toEqual(['scenario.yaml', 'summary.json']);
    expect(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))).toEqual(answer);
    expect(readFileSync(join(out, 'scenario.yaml'), 'utf8')).toBe(scenarioText('noShield'));
  });

  it('ends with 130 on Ctrl-C, says how far it came and leaves nothing behind', async () => {
    const out = join(folder, 'interrupted');
    const child = startCupola(['run', SCENARIOS.shell, '--runs', '9000000', '--out', out]);
    let stderr = '';
    let stdout = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    const ended = new Promise((resolve) => child.on('close', resolve));
    // The folder is made just before the first run.
    while (!existsSync(out)) await new Promise((resolve) => setTimeout(resolve, 50));
    setTimeout(() => child.kill('SIGINT'), 1000);
    const code = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/Stopped after [\d,]+ of 9,000,000 simulated attacks; nothing was written\./);
    expect(stdout).toBe('');
    expect(existsSync(out)).toBe(false);
  });

  it('ends silently when the reader closes the pipe', async () => {
    const child = startCupola(['schema']);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });
});
