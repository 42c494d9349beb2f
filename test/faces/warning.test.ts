/** `cupola incidents`: keys, names, files of one's own, and what it refuses. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../load.js';
import { cupola, cupolaJson } from './cupola.js';

interface Rate { count: number; of: number; low: number; high: number }
interface Incidents {
  incidents: { name: string; cases: { name: string; expected: { highest: string; final: string }; got: { highest: string; final: string }; isAsExpected: boolean; timeline: { at_s: number; kind: string; level: string; text: string }[] }[] }[];
  variants: { variants: number; falseAlarm: Rate; missed: Rate; suppressed: Rate; longestDelay_s: number } | null;
}

describe('incidents', () => {
  it('tells all cases, their story and the rates', async () => {
    const { incidents, variants } = await cupolaJson<Incidents>(['incidents', '--variants', '180']);
    expect(incidents).toHaveLength(6);
    expect(incidents.flatMap(({ cases }) => cases).every(({ isAsExpected, expected, got }) => isAsExpected && expected.highest === got.highest)).toBe(true);
    expect(variants).toMatchObject({ variants: 180, missed: { count: 0, of: 40 }, suppressed: { of: 20 } });
    const [lost] = incidents.find(({ name }) => name === 'norway-1995')!.cases.filter(({ name }) => name === 'notice-lost');
    expect(lost!.timeline.filter(({ kind }) => kind === 'declared').map(({ level }) => level)).toEqual(['watch', 'none']);
  }, 60_000);

  it('prints the table in words, the rates with bounds and never as certainties', async () => {
    const { stdout } = await cupola('incidents', '--variants', '180');
    expect(stdout).toMatch(/10 of 10 cases of 6 incidents/);
    expect(stdout).toMatch(/Missed, seen by both kinds\s+none of 40: at most/);
    expect(stdout).not.toMatch(/\b0\.0 % \(/);
  }, 30_000);

  it('takes a file of that form, and says what is wrong with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cupola-incident-')), file = join(folder, 'mine.json');
    const mine = structuredClone(catalogue().kinds.incidents['norway-1995'])!;
    writeFileSync(file, JSON.stringify(mine, null, 2));
    expect((await cupolaJson<Incidents>(['incidents', file, '--variants', '0'])).variants).toBeNull();
    mine.notices[0]!.opens_s.value = 864_000;
    mine.notices[0]!.closes_s.value = 900_000;
    writeFileSync(file, JSON.stringify(mine, null, 2));
    const { stdout, code } = await cupola('incidents', file, '--json');
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as { problems: unknown[] }).problems).toMatchObject([{ file, path: 'notices[0].opens_s', found: 'a notice for another day, 10 days after the incident' }]);
  }, 60_000);

  it('refuses names it does not know, and says which was meant', async () => {
    const { stderr, code } = await cupola('incidents', 'nowray-1995');
    expect(code).toBe(2);
    expect(stderr).toMatch(/did you mean norway-1995\?/);
  }, 30_000);
});
