/** Verdicts of a small shield of every part, and of the same shield without each part of the published map. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createInline } from '../../src/cluster/inline.js';
import { canonicalJson, sha256Hex } from '../../src/kernel/hash.js';
import { comply } from '../../src/policy/compliance/comply.js';
import type { Compliance, Verdict } from '../../src/policy/compliance/compliance.js';
import { gatherEvidence } from '../../src/policy/compliance/gather.js';
import type { EvidenceSet } from '../../src/policy/compliance/evidence.js';
import { withoutRole } from '../../src/policy/compliance/roles.js';
import { readEdits } from '../../src/policy/compliance/thresholds.js';
import { mapOfRows, traceCoverage } from '../../src/policy/compliance/trace.js';
import { REQUIREMENT_IDS, type Role } from '../../src/scenario/cards/directive-terms.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import type { CompiledScenario } from '../../src/scenario/compile/compiled.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import { buildCatalogue } from '../../tools/build-catalogue.js';

const catalogue = buildCatalogue(), { directives } = catalogue.kinds, requirements = Object.values(directives).flatMap((file) => file.requirements);

const TEXT = `
version: 1
title: two missiles against a little of everything
variants: 2
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: [ seattle, vancouver ], count: 2 } ]
sensors: [ { use: sbirs-geo }, { use: uewr-beale }, { use: uewr-pituffik }, { use: hbtss } ]
interceptors:
  - { constellation: notional-7800, count: 7800 }
  - { battery: gbi, at: fort-greely, count: 8 }
  - { battery: thaad, at: seattle, count: 8 }
partners: { canada: joint-engagement }
before: { nonKinetic: 0.3 }
defended: [ seattle, portland ]
`;

function compiledOf(text: string): CompiledScenario {
  const result = compileText(text, 'small.yaml', catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
}

const executor = createInline();

async function evidenceOf(compiled: CompiledScenario): Promise<EvidenceSet> {
  return await gatherEvidence({
    compiled, catalogue, requirements, setting: (id, name, fallback) => (name === 'launchesFrom' ? 6 : name === 'years' ? 2 : requirements.find((row) => row.id === id)?.settings?.[name]?.card.value ?? fallback), scenario: { file: 'small.yaml', overrides: [] }, threatSets: ['2025'], runs: 20, variantRuns: 10, cellRuns: 5,
    isSwept: false, only: [{ tier: 'rogue', class: 'icbm-slbm' }], seed: 1, executor, compile: (overrides) => compileText(TEXT, 'small.yaml', catalogue, overrides),
  });
}

const withPlan = (compiled: CompiledScenario, plan: Plan): CompiledScenario => ({ ...compiled, plan, planHash: sha256Hex(canonicalJson(plan)) });
const judged = (evidence: EvidenceSet, ...thresholds: string[]): Compliance => comply(evidence, { directives, edits: readEdits(thresholds, requirements).edits, asOf: '2026-11-29' });
const verdicts = ({ requirements: rows }: Compliance): Record<string, Verdict> => Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict]));
/** The worse the lower; what is not testable is better than nothing met. */
const RANK: Readonly<Record<Verdict, number>> = { 'not met': 0, 'not testable': 1, partly: 2, met: 3 };

const RUN_ANEW = new Set<Role>(['space-interceptors']);

const compiled = compiledOf(TEXT), whole = await evidenceOf(compiled), answer = judged(whole);

describe('a shield of every part', () => {
  it('has a verdict, a metric, a threshold and evidence for every requirement', () => {
    expect(answer.requirements.map(({ id }) => id).sort()).toEqual([...REQUIREMENT_IDS].sort());
    for (const { id, verdict, why, metric, threshold, evidence, seed, runs } of answer.requirements) {
      expect(['met', 'partly', 'not met', 'not testable'], id).toContain(verdict);
      expect(why.length, id).toBeGreaterThan(0);
      expect(metric.unit, id).toBe(threshold.unit);
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const each of evidence) expect(each.kind === 'document' || /^cupola \w+ small\.yaml/.test(each.command), `${id}: ${each.command}`).toBe(true);
      expect([seed, runs]).toEqual([1, 20]);
    }
  });

  it('leaves what no model here can test untested, and says why', () => {
    const rows = Object.fromEntries(answer.requirements.map((row) => [row.id, row]));
    for (const id of ['S2c', '3a-vii', '3b', '4-lead', 'USC-response', 'USC-deter']) expect(rows[id]?.verdict, id).toBe('not testable');
    expect(rows['3a-vi']?.parts.find(({ title }) => title.includes('stability'))?.verdict).toBe('not testable');
    expect(rows['3a-vi']?.why).toContain('stability');
    expect(rows['4b']?.verdict).not.toBe('not testable');
  });

  it('does worse, or does not meet, in the mapped rows without any part', async () => {
    const before = verdicts(answer), roles = mapOfRows(requirements).filter(({ role }) => whole.trace.elements.some((element) => element.roles.includes(role)));
    expect(roles.map(({ role }) => role)).toEqual(expect.arrayContaining(['space-interceptors', 'midcourse-interceptors', 'terminal-interceptors', 'interceptors', 'tracking-satellites', 'sensors', 'partner-elements', 'non-kinetic']));
    for (const { role, rows } of roles) {
      const plan = withoutRole(compiled.plan, role);
      // Where a part is gone from the trace and everything else is left as it was, its rows turn all the same; the others are run anew.
      const after = verdicts(judged(RUN_ANEW.has(role) ? await evidenceOf(withPlan(compiled, plan)) : { ...whole, trace: traceCoverage(plan, requirements) }));
      // Of the classes one cell alone is flown here: the others hold nothing before and after.
      for (const id of rows.filter((row) => before[row] !== 'not testable')) expect(after[id] === 'not met' || RANK[after[id] ?? 'met'] < RANK[before[id] ?? 'not met'], `${id} without ${role}: ${before[id]} before, ${after[id]} after`).toBe(true);
    }
  }, 120_000);

  it('turns with its thresholds', () => {
    const row = (compliance: Compliance, id: string): Verdict => verdicts(compliance)[id] ?? 'not testable';
    for (const id of ['3a-iii', '3a-iv', '3a-v', '3a-ii', '4a', 'USC-ballistic']) {
      expect(row(judged(whole, `${id}=0`), id), `${id}=0`).not.toBe('not met');
      expect(row(judged(whole, `${id}=2`), id), `${id}=2`).not.toBe('met');
    }
    expect(row(judged(whole, '3c=1e15'), '3c')).not.toBe('not met');
    expect(row(judged(whole, '3c=1'), '3c')).toBe('not met');
    expect(judged(whole, '3a-i.perCell=0').matrix.find(({ class: kind }) => kind === 'icbm-slbm')?.verdict).toBe('met');
  });
});

describe('a scenario without elements', () => {
  it('meets nothing that asks for interception or sensing, whatever the threshold', async () => {
    const bare = compiledOf('version: 1\nraid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: seattle, count: 1 } ]\nvariants: 2\nsensors: []\ninterceptors: []\n');
    const compliance = judged(await evidenceOf(bare), ...requirements.filter(({ threshold }) => threshold.unit === 'share').map(({ id }) => `${id}=0`));
    const asks = requirements.filter(({ servedBy }) => servedBy.length > 0).map(({ id }) => id), rows = verdicts(compliance);
    for (const id of asks) expect(rows[id], id).toBe('not met');
    expect(Object.values(rows)).not.toContain('met');
    expect(compliance.traceCoverage.served_count).toBe(0);
  });
});

describe('the published map', () => {
  it('is that of the data', () => {
    const page = readFileSync('docs/models/compliance.md', 'utf8');
    const published = [...page.matchAll(/^\| ([^|]+) \| ((?:[\w-]+(?:, )?)+) \|$/gm)].map(([, part = '', rows = '']) => [part.trim(), rows.split(', ').sort()] as const);
    const known = mapOfRows(requirements).map(({ says, rows }) => [says, [...rows].sort()] as const);
    for (const [says, rows] of known) expect(published.find(([part]) => part === says)?.[1], says).toEqual(rows);
  });
});
