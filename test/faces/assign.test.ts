/** `cupola assign`: the keys of the contract, a plan that adds up, every mistake of an instance with its line, the best so far on Ctrl-C. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generateProblem } from '../generated-weapon-targets.js';
import { ask } from './ask.js';
import { cupola, cupolaJson, type ProblemsDocument, startCupola, temporaryFolder } from './cupola.js';

interface Assigned {
  value: number;
  bound: number;
  gap: number;
  isProved: boolean;
  greedyValue: number;
  stoppedBy: string;
  pairsOutOfReach: number;
  assignment: { weapon: number; target: number; shots: number; probability: number }[];
  remark: string;
  provenance: { command: string };
}

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function instance(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** A generated instance as a file. */
function generated(name: string, weapons: number, targets: number, shots: number, density = 1): { file: string; weight: Float64Array } {
  const { weight, start, weapon, miss } = generateProblem({ weapons_count: weapons, targets_count: targets, shotsOfWeapon: shots, mostShots: 99, density, key: 11 });
  const lines = [`${weapons} ${targets} ${shots}`, ...weight];
  for (let target = 0; target < targets; target++) for (let pair = start[target]!; pair < start[target + 1]!; pair++) lines.push(`${weapon[pair]} ${target} ${1 - miss[pair]!}`);
  return { file: instance(name, `${lines.join('\n')}\n`), weight };
}

describe('cupola assign', () => {
  it('gives value, bound, gap and a plan that adds up to its value', async () => {
    const { file, weight } = generated('small.txt', 6, 9, 2);
    const answer = await cupolaJson<Assigned>(['assign', file]);
    expect(answer).toMatchObject({ isProved: true, stoppedBy: 'proved', pairsOutOfReach: 0 });
    const left = [...weight], spent = new Map<number, number>();
    for (const { weapon, target, shots, probability } of answer.assignment) {
      left[target]! *= (1 - probability) ** shots;
      spent.set(weapon, (spent.get(weapon) ?? 0) + shots);
    }
    expect(left.reduce((sum, one) => sum + one, 0)).toBeCloseTo(answer.value, 9);
    expect(Math.max(...spent.values())).toBeLessThanOrEqual(2);
    expect(answer.value).toBeLessThanOrEqual(answer.greedyValue);
    expect(answer.gap).toBeCloseTo((answer.value - answer.bound) / answer.value, 12);
    expect(answer.remark).toContain('this one decision');
    expect(answer.provenance.command).toContain('cupola assign');
  });

  it('prints a table, writes CSV, and says what is out of reach', async () => {
    const { file } = generated('gated.txt', 5, 7, 1, 0.5), csv = join(folder, 'plan.csv');
    const { code, stdout, stderr } = await cupola('assign', file, '--csv', csv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/no plan leaves less[\s\S]*Gap[\s\S]*target +weight +weapons +killed +left[\s\S]*not shot at[\s\S]*this one decision/);
    expect(stderr).toMatch(/\d+ pairs have no line in .*: they are out of reach\./);
    const lines = readFileSync(csv, 'utf8').trim().split('\n');
    expect(lines[0]).toBe('target,weapon,shots,kill_prob,weight,left');
    expect(lines.length).toBeGreaterThan(3);
  });

  it('gives the same answer for the same work', async () => {
    const { file } = generated('work.txt', 20, 30, 2);
    const { elapsed_s: _, ...first } = await ask<Assigned & { elapsed_s: number }>('assign', file, '--work', '8');
    const { elapsed_s: __, ...second } = await ask<Assigned & { elapsed_s: number }>('assign', file, '--work', '8');
    expect(first).toEqual(second);
    expect(first).toMatchObject({ stoppedBy: 'work', isProved: false });
  });

  it('keeps to its time and gives the best plan so far', async () => {
    const { file } = generated('hard.txt', 60, 60, 3);
    const answer = await ask<Assigned & { elapsed_s: number }>('assign', file, '--seconds', '0.2');
    expect(answer).toMatchObject({ stoppedBy: 'seconds' });
    expect(answer.value).toBeLessThanOrEqual(answer.greedyValue);
    // A stretch of work on this instance takes well under a second, also on a busy computer.
    expect(answer.elapsed_s).toBeLessThan(10);
  });

  it('prints the best plan so far on Ctrl-C and ends with 130', async () => {
    const { file } = generated('long.txt', 100, 80, 3, 0.9), csv = join(folder, 'stopped.csv');
    const child = startCupola(['assign', file, '--seconds', '1000', '--csv', csv, '--json']);
    let stdout = '', stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // What is out of reach is told just before the search begins; proving this instance takes minutes.
      if (stderr === '') setTimeout(() => child.kill('SIGINT'), 1000);
      stderr += text;
    });
    expect(await ended).toBe(130);
    expect(stderr).toContain('Stopped; this is the best plan so far.');
    const answer = JSON.parse(stdout) as Assigned;
    expect(answer.stoppedBy).toBe('interrupt');
    expect(answer.assignment.length).toBeGreaterThan(0);
    expect(existsSync(csv)).toBe(true);
  });

  it('names line, found, expected and a hint for every mistake at once', async () => {
    const file = instance('bad.txt', ['2 2 1', '10', 'heavy', '0 0 0.5', '0 0 0.6', '2 1 0.5', '1 -1 85', '1 1', '', '1 1 nan'].join('\n'));
    const { problems } = await cupolaJson<ProblemsDocument>(['assign', file, '--seconds', '-1'], 2);
    expect(problems.map(({ path, line, found }) => [path, line, found])).toEqual([
      ['--seconds', 0, '-1'],
      ['weights[1]', 3, 'heavy'],
      ['pair', 5, 'weapon 0, target 0 again'],
      ['weapon', 6, '2'],
      ['target', 7, '-1'],
      ['probability', 7, '85'],
      ['pair', 8, '1 1'],
      ['probability', 10, 'nan'],
    ]);
    expect(problems.map(({ hint }) => hint)).toEqual(expect.arrayContaining(['the first is on line 4', 'weapons and targets are counted from 0', 'write 85 % as 0.85']));
  });

  it.each([
    ['', 'an empty file'], ['50 100', '50 100'], ['a b c', 'a b c'], ['0 5 1', '0'], ['9999 9999 1', '9999 × 9999 pairs'], ['2 3 1\n1\n2', 'the end of the file after 2 weights'], ['1 3 1\n1\n0 0 0.5', '0 0 0.5'],
  ])('refuses %j', async (text, found) => {
    const { problems } = await cupolaJson<ProblemsDocument>(['assign', instance('refused.txt', text)], 2);
    expect(problems[0]).toMatchObject({ found, line: expect.any(Number) });
    expect(problems[0]!.line).toBeGreaterThan(0);
  });

  it('tells fifty of many mistakes and counts the rest, and refuses a file that is not there', async () => {
    const many = instance('many.txt', ['1 1 1', '5', ...Array<string>(80).fill('0 0 2')].join('\n'));
    const { problems } = await cupolaJson<ProblemsDocument>(['assign', many], 2);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ found: '30 more problems from here on', line: 53 });
    expect((await cupolaJson<ProblemsDocument>(['assign', join(folder, 'none.txt')], 2)).problems[0]).toMatchObject({ found: 'no such file' });
  });
});
