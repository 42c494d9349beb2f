/** `cupola limits`: the keys that others rely on, forces of the user's, and every mistake told at once. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LimitAnswer } from '../../src/policy/limits/check-limits.js';
import { cupola, cupolaJson, type ProblemsDocument, SCENARIOS, temporaryFolder } from './cupola.js';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('cupola limits', () => {
  it('prints every check with article, state, number and readings', async () => {
    const { checks, abmLimited, register, asOf } = await cupolaJson<LimitAnswer>(['limits', SCENARIOS.shell]);
    expect(asOf).toBe('2026-11-23');
    const space = checks.find(({ id }) => id === 'abm-v-space');
    expect(space).toMatchObject({ instrument: 'abm-treaty', article: 'V', finding: 'over', value: 7800, limit: 0, elements: ['notional-7800'] });
    expect(checks.find(({ id }) => id === 'ost-iv')?.disagreement.map(({ heldBy }) => heldBy).length).toBeGreaterThanOrEqual(2);
    expect(abmLimited.map(({ narrow }) => narrow)).toContainEqual(['V']);
    expect(register.length).toBeGreaterThan(10);
    for (const { id } of checks) expect(checks.filter((check) => check.id === id), id).toHaveLength(1);
  });

  it('follows --set and --forces, and says what is not known', async () => {
    const forces = write('forces.yaml', 'version: 1\nforces:\n  - { state: blue, source: a constructed case, deployedWarheads_count: 1551 }\n');
    const { checks } = await cupolaJson<LimitAnswer>(['limits', SCENARIOS.groundOnly, '--set', 'interceptors[0].count=101', '--forces', forces, '--asOf', '2001-01-01']);
    const of = (id: string) => checks.find((check) => check.id === id);
    expect(of('abm-iii-interceptors')).toMatchObject({ finding: 'over', limit: 100 });
    expect(of('abm-iii-interceptors')?.status.state).toBe('in force');
    expect(of('new-start-warheads-blue-file')).toMatchObject({ finding: 'over', value: 1551, status: { state: 'not yet' } });
    expect(of('new-start-launchers-blue-file')).toMatchObject({ finding: 'not known', value: null });
  });

  it('tells in words what it counts and what it does not say', async () => {
    const { stdout } = await cupola('limits', SCENARIOS.noShield);
    expect(stdout).toContain('not in force since 2026-02-05');
    expect(stdout).toContain('it does not say what is lawful');
    expect(stdout).toContain('How it is read:');
  });

  it('tells all mistakes at once, with file and line', async () => {
    const forces = write('bad.yaml', 'version: 2\nforces:\n  - { state: russia, warheads: 1550 }\n  - { state: blue, source: me, deployedWarheads_count: many }\n');
    const { problems } = await cupolaJson<ProblemsDocument>(['limits', SCENARIOS.shell, '--asOf', '2026-02-30', '--forces', forces], 2);
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['--asOf', 'version', 'forces[0].source', 'forces[0].warheads', 'forces[1].deployedWarheads_count']));
    expect(problems.find(({ path }) => path === 'forces[1].deployedWarheads_count')).toMatchObject({ file: forces, line: 4, found: '"many"' });
  });
});
