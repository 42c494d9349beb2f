/** `cupola incidents`, `cupola alert` and `cupola release-risk`: keys, names, files, and what they refuse. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../load.js';
import { cupola, cupolaJson, SCENARIOS } from './cupola.js';

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

interface Alert {
  messages: { identifier: string; msgType: string; status: string; references: string[]; certainty: string }[];
  files: string[];
  correction: { drawn_s: number | null; procedures: { persons: number; correction: string; correction_s: { p50: number } }[] };
}

describe('alert', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-alert-'));

  it('writes alert and cancel, each its own file, the second referring to the first', async () => {
    const file = join(folder, 'attack.xml');
    const { messages, files, correction } = await cupolaJson<Alert>(['alert', SCENARIOS.shell, '--run', '0', '--status', 'Exercise', '--cap', file]);
    expect(files).toEqual([file, join(folder, 'attack-2.xml')]);
    expect(messages.map(({ msgType, status }) => `${msgType} ${status}`)).toEqual(['Alert Exercise', 'Cancel Exercise']);
    expect(messages[1]!.references[0]).toContain(messages[0]!.identifier);
    expect(readFileSync(file, 'utf8')).toContain('<status>Exercise</status>');
    expect(correction.procedures).toHaveLength(4);
  }, 60_000);

  it('tells a mistake and its correction', async () => {
    const words = ['alert', SCENARIOS.shell, '--run', '3', '--status', 'Test', '--mistake'];
    const prepared = await cupolaJson<Alert>(words), improvised = await cupolaJson<Alert>([...words, '--persons', '1', '--correction', 'improvised']);
    expect(improvised.correction.drawn_s!).toBeGreaterThan(2 * prepared.correction.drawn_s!);
    expect(prepared.messages.map(({ msgType }) => msgType)).toEqual(['Alert', 'Cancel']);
    const { stdout } = await cupola(...words);
    expect(stdout).toMatch(/^TEST: an alert sent by mistake stands for \d+ minutes/);
  }, 60_000);

  it.each([
    [['--status', 'Actual'], /Exercise or Test[\s\S]*no alert that could be taken for a real one/],
    [[], /--status\n.*nothing/],
    [['--status', 'Exercise', '--persons', '3'], /1 or 2/],
  ])('refuses %j and writes nothing', async (words, expected) => {
    const file = join(folder, 'refused.xml');
    const { code, stderr, stdout } = await cupola('alert', SCENARIOS.shell, '--run', '0', '--cap', file, ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
    expect(stdout).toBe('');
    expect(existsSync(file)).toBe(false);
  }, 60_000);
});

interface Risk {
  runs: number;
  rules: { rule: string; evidence: { mean: number }; withoutNotices: { delay_s: number; mean: number; low: number; high: number }[]; withNotices: { delay_s: number; mean: number }[] }[];
  corridors: { site: string; committed: Rate[] }[];
  scenarioRule: { rule: string; delay_s: number } | null;
}

describe('release-risk', () => {
  it('gives a share with its interval for each rule, delay and state of notices', async () => {
    const { runs, rules, corridors, scenarioRule } = await cupolaJson<Risk>(['release-risk', SCENARIOS.shell, '--runs', '3', '--delays_s', '0,30']);
    expect(runs).toBe(3);
    expect(rules.map(({ rule }) => rule)).toEqual(['one-infrared', 'two-infrared', 'infrared-and-radar']);
    expect(rules[0]!.withoutNotices.map(({ delay_s }) => delay_s)).toEqual([0, 30]);
    for (const { withoutNotices } of rules) for (const { mean, low, high } of withoutNotices) expect(low <= mean && mean <= high).toBe(true);
    expect(corridors.every(({ committed }) => committed.every(({ of }) => of === 3))).toBe(true);
    expect(scenarioRule).toMatchObject({ rule: 'two-infrared', delay_s: 30 });
  }, 120_000);

  it.each([
    [['--delays_s', '0,-5'], /up to 50 different numbers from 0 to 3,600 s/],
    [['--delays_s', '10,10'], /different numbers/],
    [['--set', 'sensors=[]'], /no infrared sensor/],
  ])('refuses %j', async (words, expected) => {
    const { code, stderr } = await cupola('release-risk', SCENARIOS.shell, ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  }, 60_000);
});
