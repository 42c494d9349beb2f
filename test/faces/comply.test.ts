import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Compliance } from '../../src/policy/compliance/compliance.js';
import type { Provenance } from '../../src/studies/provenance.js';
import { cupola, cupolaJson, type ProblemsDocument, SCENARIOS, temporaryFolder } from './cupola.js';

const FEW = ['--runs', '2', '--workers', '0', '--threatSet', '2025', '--asOf', '2026-11-29'];

describe('cupola comply', () => {
  it('gives every requirement a verdict with evidence, as one document', async () => {
    const answer = await cupolaJson<Compliance & { provenance: Provenance }>(['comply', SCENARIOS.noShield, ...FEW]);
    expect(answer.requirements).toHaveLength(27);
    for (const { id, kind, verdict, metric, threshold, evidence } of answer.requirements) {
      expect(['computable', 'parametric', 'declarative'], id).toContain(kind);
      expect(verdict, id).not.toBe('met');
      expect([metric.unit, typeof threshold.value, evidence.length > 0], id).toEqual([threshold.unit, 'number', true]);
    }
    expect(answer.matrix.filter(({ raid }) => raid !== null).every(({ verdict }) => verdict === 'not met')).toBe(true);
    expect(answer.dates.find(({ id }) => id === 'plan-due')).toMatchObject({ date: '2025-03-28', state: 'passed' });
    expect(answer.provenance.planHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says in words what is asked, what serves nothing, and that it is no finding of law', async () => {
    const { code, stdout } = await cupola('comply', SCENARIOS.noShield, ...FEW, '--threshold', 'S2b=50%');
    expect(code).toBe(0);
    expect(stdout).toMatch(/27 requirements: .*not met, .*not testable/);
    expect(stdout).toMatch(/S2b +not met .*at least 0\.50 \(edited\)/);
    expect(stdout).toContain('orphan 3a-iii');
    expect(stdout).toContain('no finding of law');
  });

  it('names all that is wrong with thresholds, days, sets and a directive of one\'s own at once', async () => {
    const file = join(temporaryFolder(), 'own.json');
    writeFileSync(file, '{\n "title": "mine",\n "model": "directive",\n "source": { "source": "me", "where": "here" },\n "citation": "none",\n "dates": [ { "id": "day", "date": "2025-13-01", "kind": "fact", "says": "x", "source": "me", "seen": "primary" } ],\n "requirements": [\n  { "id": "S2z", "clause": "1", "title": "t", "paraphrase": "p", "kind": "computable", "metric": "worstCell", "threshold": { "unit": "km2", "card": { "value": 1, "low": 0, "high": 2, "source": "me", "where": "w", "standing": "assumed", "asOf": "2026-11" } }, "servedBy": [], "turnsWithout": [] }\n ]\n}\n');
    const { problems } = await cupolaJson<ProblemsDocument>(['comply', SCENARIOS.noShield, ...FEW.slice(0, 4), '--directive', file, '--threshold', 'S2b=90s', '--threshold', 'nope=1', '--asOf', '2026-02-31', '--threatSet', '2045'], 2);
    const told = problems.map(({ path }) => path);
    expect(told).toEqual(expect.arrayContaining(['dates[0].date', 'requirements[0].id', 'requirements[0].source', 'requirements[0].threshold.unit', '--threshold S2b', '--threshold nope', '--asOf', '--threatSet']));
    expect(problems.find(({ path }) => path === 'requirements[0].threshold.unit')).toMatchObject({ file, line: 8, found: 'km2' });
  });
});
