/** Commands that tell about the data and the installation. */
import { describe, expect, it, vi } from 'vitest';
import type { Provenance } from '../../src/studies/provenance.js';
import { cupola, cupolaJson, type ProblemsDocument, SCENARIOS } from './cupola.js';

vi.setConfig({ testTimeout: 180_000 });

interface Item {
  readonly name: string;
  readonly title: string;
}
interface ListDocument {
  readonly items: readonly Item[];
}

describe('data', () => {
  it('lists kinds, names and shows cards', async () => {
    const kinds = await cupolaJson<ListDocument>(['list']);
    expect(kinds.items.map((item) => item.name)).toEqual(expect.arrayContaining(['threats', 'interceptors', 'sensors', 'constellations', 'sites']));
    for (const { name: kind } of kinds.items) {
      const { items } = await cupolaJson<ListDocument>(['list', kind]);
      expect(items.length).toBeGreaterThan(0);
      const card = await cupolaJson<Item>(['show', kind, items[0]?.name ?? '']);
      expect(card.title).toBe(items[0]?.title);
    }
  });
  it('shows each number with unit, standing and source', async () => {
    const { stdout } = await cupola('show', 'threats', 'hwasong-18');
    expect(stdout).toMatch(/number\s+value\s+unit\s+range\s+standing\s+source/);
    expect(stdout).toMatch(/assumed|published|derived/);
  });
  it('tells the model of each threat, and what each raid launches in all', async () => {
    const threats = await cupolaJson<{ items: readonly { name: string; model: string }[] }>(['list', 'threats']);
    expect(threats.items.find(({ name }) => name === 'one-way-drone-class')?.model).toBe('cruise');
    const raids = await cupolaJson<{ items: readonly unknown[] }>(['list', 'raids']);
    expect(raids.items).toContainEqual({ name: 'accidental-10', title: 'Ten ICBMs without authority', missiles: 10, lethalObjects: 30 });
  });
  it('shows who launches what from where at what in a raid, long lists shortened', async () => {
    const { stdout } = await cupola('show', 'raids', 'mixed');
    expect(stdout).toContain('Stands for every class at once');
    expect(stdout).toContain('42 missiles, 74 lethal objects.');
    expect(stdout).toMatch(/0 +10 +mobile-icbm-class +russia-west-interior +new-york, los-angeles and 4 more +within 120 s +standard/);
    expect(stdout).toMatch(/fractional-orbital-class +china-north-central +houston, miami +within 120 s +the long way round/);
    expect(stdout).toMatch(/one-way-drone-class .* every 30 s/);
  });
  it('shows the versions of a table of forces side by side', async () => {
    const { stdout } = await cupola('show', 'forces', 'north-korea');
    expect(stdout).toMatch(/2025 \[1\] +2025 \[2\]/);
    expect(stdout).toMatch(/nuclear-armed +10 \(0 to 10\) a +20 /);
    expect(stdout).toMatch(/^\[2\] Harrison/m);
  });
  it('suggests the nearest kind and name', async () => {
    expect((await cupolaJson<ProblemsDocument>(['list', 'threat'], 2)).problems[0]?.hint).toBe('did you mean threats?');
    expect((await cupolaJson<ProblemsDocument>(['show', 'threats', 'hwasong18'], 2)).problems[0]?.hint).toBe('did you mean hwasong-18?');
  });
});

describe('check and schema', () => {
  it.each(Object.values(SCENARIOS))('%s is sound', async (file) => {
    const answer = await cupolaJson<ProblemsDocument & { planHash: string; provenance: Provenance }>(['check', file]);
    expect(answer.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(answer.provenance.planHash).toBe(answer.planHash);
  });
  it('prints a JSON Schema', async () => {
    const schema = await cupolaJson<{ $schema: string; properties: Record<string, unknown> }>(['schema']);
    expect(schema.$schema).toContain('json-schema.org');
    expect(schema.properties['raid']).toBeDefined();
    expect(JSON.parse((await cupola('schema')).stdout)).toEqual(schema);
  });
});

describe('help, version and doctor', () => {
  it('gives the version', async () => {
    expect((await cupola('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
  it('lists the commands, and each command has help with an example', async () => {
    const { stdout, code } = await cupola('--help');
    expect(code).toBe(0);
    for (const name of ['run', 'replay', 'check', 'schema', 'list', 'show', 'fly', 'serve', 'doctor', 'validate']) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
      const help = await cupola(name, '--help');
      expect(help.code).toBe(0);
      expect(help.stdout).toContain(`usage: cupola ${name}`);
      expect(help.stdout).toContain('examples:');
    }
  });
  it('examines the installation', async () => {
    const answer = JSON.parse((await cupola('doctor', '--json')).stdout) as { checks: { name: string; state: string }[] };
    expect(answer.checks.map((check) => check.name)).toEqual(expect.arrayContaining(['Node', 'catalogue', 'page']));
    expect(answer.checks.find((check) => check.name === 'catalogue')?.state).toBe('ok');
  });
});
