/** `cupola claims`: every claim has status, source and both sides, and the run that tests it is a command of this program. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/cli/commands.js';
import { parseWords } from '../../src/cli/frame/flags.js';
import { findRepeats } from '../../src/policy/claims/do-not-repeat.js';
import type { ClaimAnswer } from '../../src/policy/claims/claims.js';
import { cupola, cupolaJson, type ProblemsDocument, ROOT, temporaryFolder } from './cupola.js';

interface ClaimsDocument {
  readonly claims: readonly ClaimAnswer[];
  readonly statuses: readonly string[];
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
