/** `cupola claims`: every claim has status, source and both sides, and the run that tests it is a command of this program. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/cli/commands.js';
import { parseWords } from '../../src/cli/frame/flags.js';
import { findRepeats } from '../../src/policy/claims/do-not-repeat.js';
import type { SlotFinding } from '../../src/policy/claims/check/slots.js';
import type { ClaimAnswer } from '../../src/policy/claims/claims.js';
import { isRunId } from '../../src/studies/provenance.js';
import { cupola, cupolaJson, type ProblemsDocument, ROOT, temporaryFolder } from './cupola.js';

interface ClaimsDocument {
  readonly claims: readonly ClaimAnswer[];
  readonly statuses: readonly string[];
}

interface CheckDocument {
  readonly sentence: string;
  readonly findings: readonly SlotFinding[];
  readonly flown: { readonly runs: number; readonly changes: readonly string[] } | null;
  readonly paragraph: string;
  readonly runId: string;
}

/** Words of a command line, quoted ones whole. */
const wordsOf = (run: string): string[] => [...run.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);

/** Commands that answer within a second and change nothing. */
const FAST = new Set(['size', 'kill', 'show', 'list', 'compare-estimates']);

describe('cupola claims', () => {
  it('lists the whole article and the published claims, each with status, source and both sides', async () => {
    const { claims, statuses } = await cupolaJson<ClaimsDocument>(['claims']);
    const ids = claims.map(({ id }) => id);
    expect(ids.slice(0, 26)).toEqual([...'abcdefghijklmnopqrstuvwxyz']);
    expect(ids).toEqual(expect.arrayContaining(['white-house-175-billion', 'dod-185-billion', 'cbo-2025-lowest', 'cbo-2025-highest', 'cbo-2026-1191-billion', 'aei-3600-billion', 'bloomberg-844-to-1100-billion', 'cbo-780-per-missile', 'aei-998-per-missile', 'harrison-950-per-missile', 'aps-2003-1600-per-missile', 'close-to-100-percent', 'gmd-12-of-21', 'nike-x-20-to-1', 'sda-40-satellites', 'some-operational-capability-2028', 'affordable-and-scalable', 'eleven-short-range-batteries']));
    for (const claim of claims) {
      expect(statuses, claim.id).toContain(claim.status);
      expect(claim.source.source, claim.id).not.toBe('');
      for (const voice of [...claim.supporters, ...claim.critics]) expect(voice, claim.id).toMatchObject({ who: expect.stringMatching(/./) as string, when: expect.stringMatching(/\d{4}/) as string });
      expect([claim.supporters.length > 0, claim.critics.length > 0], claim.id).toEqual([true, true]);
      expect(claim.test.what, claim.id).not.toBe('');
      expect(JSON.stringify({ ...claim, inCirculation: '' }), claim.id).not.toMatch(/\b(is|are|was) (true|false|wrong|right)\b/i);
    }
  });

  it('names runs that this program understands', async () => {
    const { claims } = await cupolaJson<ClaimsDocument>(['claims']), commands = await loadCommands(), scenarios = readdirSync(join(ROOT, 'scenarios'));
    const runs = [...new Set(claims.flatMap(({ test: { run } }) => (run === null ? [] : [run])))];
    expect(runs.length).toBeGreaterThan(20);
    for (const run of runs) {
      const [name, ...words] = wordsOf(run), command = commands.find((each) => each.name === name);
      if (command === undefined) throw new Error(`${run}: no such command`);
      const { flags, given } = parseWords(command, words);
      expect(flags.problems, run).toEqual([]);
      const scenario = given['scenario'];
      if (scenario !== undefined) expect(scenarios, run).toContain(scenario.replace('scenarios/', ''));
      if (FAST.has(name ?? '') || (name === 'cost' && scenario === undefined)) expect((await cupola(name ?? '', ...words)).code, run).toBe(0);
    }
  });

  it('tells one in full, by status, and from a file', async () => {
    const one = await cupola('claims', 'b');
    expect(one.stdout).toContain('In circulation: “');
    for (const word of ['Status', 'Record', 'Source', 'Supporters', 'Critics', 'We say', 'not found']) expect(one.stdout).toContain(word);
    const { claims } = await cupolaJson<ClaimsDocument>(['claims', '--status', 'Not-Found']);
    expect(claims.map(({ id }) => id)).toEqual(['b', 'x']);
    const shown = await cupolaJson<Record<string, unknown>>(['show', 'claims', 'cbo-780-per-missile']), { provenance: _, ...file } = shown;
    const path = join(temporaryFolder(), 'mine.json');
    writeFileSync(path, JSON.stringify(file));
    expect((await cupolaJson<ClaimsDocument>(['claims', path])).claims).toMatchObject([{ id: 'mine', status: 'testable' }]);
    writeFileSync(path, JSON.stringify({ ...file, source: undefined, critics: [] }));
    const { problems } = await cupolaJson<ProblemsDocument>(['claims', path], 2);
    expect(problems.map((problem) => problem.path)).toEqual(['source', 'critics']);
    expect(problems.every((problem) => problem.file === path && problem.line > 0 && problem.expected !== '')).toBe(true);
  });

  it('hints at the nearest name and status', async () => {
    expect((await cupolaJson<ProblemsDocument>(['claims', 'cbo-780-per-misile'], 2)).problems[0]?.hint).toContain('cbo-780-per-missile');
    expect((await cupolaJson<ProblemsDocument>(['claims', '--status', 'true'], 2)).problems[0]?.expected).toContain('supported');
  });

  it('shows what circulates in its frame only', async () => {
    for (const words of [['claims'], ['claims', '--json'], ...['b', 'd', 'i', 'j', 'k', 's', 'x', 'cbo-2026-1191-billion', 'canada-61-billion', 'close-to-100-percent', 'some-operational-capability-2028'].map((id) => ['claims', id]), ['show', 'claims', 'x'], ['list', 'claims']]) {
      expect(findRepeats((await cupola(...words)).stdout), words.join(' ')).toEqual([]);
    }
    const { claims } = await cupolaJson<ClaimsDocument>(['claims']);
    const unframed = claims.filter(({ inCirculation }) => findRepeats(inCirculation).length > 0).map(({ id }) => id);
    expect(unframed).toEqual(expect.arrayContaining(['b', 'd', 'i', 'j', 'k', 's', 'x', 'cbo-2026-1191-billion', 'canada-61-billion', 'some-operational-capability-2028']));
  });
});

describe('cupola claims --check', () => {
  const verdicts = ({ findings }: CheckDocument): Record<string, string> => Object.fromEntries(findings.map(({ slot, verdict }) => [slot, verdict]));

  it('places the number of a listed claim, and flags win over it', async () => {
    const listed = await cupolaJson<CheckDocument>(['claims', '--check', '--claim', 'cbo-780-per-missile']);
    expect(verdicts(listed)).toEqual({ number: 'inside', share: 'not said', price: 'not said' });
    expect(listed.findings[0]?.wouldHaveToBe.length).toBeGreaterThan(0);
    expect(isRunId(listed.runId)).toBe(true);
    const other = await cupolaJson<CheckDocument>(['claims', '--check', '--claim', 'cbo-780-per-missile', '--count', '50', '--who', 'A speaker']);
    expect(verdicts(other)['number']).toBe('below');
    expect(other.sentence).toMatch(/^A speaker said on 2026-05 that 50 satellites are needed for 1 missile/);
    expect(other.runId).not.toBe(listed.runId);
  });

  it('tells a paragraph to quote, with caveat and command, that repeats nothing', async () => {
    const { stdout } = await cupola('claims', '--check', '--who', 'A speaker', '--when', '2026-11', '--price_usd', '71e9', '--priceYear', '2025');
    for (const part of ['A speaker said on 2026-11 that it would cost $71 billion in dollars of 2025.', 'not computed', 'To quote:', 'does not judge the claim', 'as of 2026-11', 'cupola claims --check']) expect(stdout.replace(/\s+/g, ' ')).toContain(part);
    expect(findRepeats(stdout)).toEqual([]);
  });

  it('flies a share that is said to be stopped, with the numbers of the sentence', async () => {
    const words = ['claims', '--check', '--count', '780', '--of', 'satellites', '--verb', 'stop', '--missiles', '2', '--threat', 'solid-icbm-3-stage', '--from', 'north-korea-interior', '--runs', '20', '--draws', '0', '--workers', '0'];
    const { findings, flown, paragraph } = await cupolaJson<CheckDocument>(words), share = findings.find(({ slot }) => slot === 'share');
    expect(flown?.runs).toBe(20);
    expect(flown?.changes.join(' ')).toMatch(/count: 2.*count=780/);
    expect(share?.claimed).toEqual({ low: 1, high: 1 });
    expect(share?.model?.high).toBeLessThanOrEqual(1);
    expect(paragraph).toMatch(/lies (inside|above) the model's range/);
  });

  it('names every mistake of a sentence', async () => {
    const paths = async (...words: string[]): Promise<string[]> => (await cupolaJson<ProblemsDocument>(['claims', '--check', ...words], 2)).problems.map(({ path }) => path);
    expect(await paths()).toEqual(['--check']);
    expect(await paths('--price_usd', '1e9', '--threat', 'solid', '--from', 'nowhere', '--when', 'lately', '--of', 'rays')).toEqual(['--from', '--threat', '--priceYear', '--when', '--of']);
    expect(await paths('--claim', 'b')).toContain('--claim');
    expect(await paths('--stopped', '1.5', '--scenario', 'no-such')).toEqual(['--stopped', '--scenario', '--check']);
    const { problems } = await cupolaJson<ProblemsDocument>(['claims', '--count', '3'], 2);
    expect(problems[0]).toMatchObject({ path: '--count', expected: 'this flag with --check only' });
  });
});
