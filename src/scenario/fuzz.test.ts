import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../tools/build-catalogue.js';
import { compileText } from './compile/compile.js';
import { readDocument } from './text/document.js';
import { printJson, printYaml } from './text/print.js';

const catalogue = buildCatalogue();
/** A raid with every key of the format. */
const RAID = `version: 1
raid:
  - { missile: mobile-icbm-class, from: [ { place: russia-siberia, weight: 2 }, china-north-central ], to: [ { place: us-cities-50, weight: 3 }, chicago ], count: 9, every_s: 20, start_s: 60, shape: lofted, again: { after_min: 30 }, threat: { bus: { warheads: 2 }, decoys: { perMissile: 1 }, stages: [ { dry_kg: 3000 } ] } }
  - { missile: regional-glide-class, from: north-pacific-launch-area, to: los-angeles, count: 2, route: [ { lat_deg: 36, lon_deg: -125 } ], threat: { liftToDrag: 2.5, glide: skip, brightness: [ { fromSpeed_kmps: 4 } ] } }
  - { missile: fractional-orbital-class, from: china-north-central, to: miami, count: 2, approach: long, again: { after: one-orbit, orbit_min: 91 } }
  - { preset: cruise-coastal-50, within_s: 60, entries: [ { count: 3, threat: { speed_mps: 220 } }, {}, { to: boston } ] }
interceptors: []
`;
/** A command graph and allies with every key. */
const COMMAND = `version: 1
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: [seattle, toronto], count: 2 } ]
sensors: [ { use: sbirs-geo }, { use: uewr-fylingdales } ]
interceptors: [ { battery: gbi, at: fort-greely, count: 4, nation: canada, release: { evidence: radar, delay_s: 3 }, fallback: { authority: local, evidence: radar, delay_s: 9, sensors: [uewr-fylingdales] } } ]
commandGraph:
  use: us-2026
  nodes: { northcom: { delay_s: 9, authority: human, failure_prob: 0.1 }, extra: { kind: fusion, title: One more, delay_s: 2 }, post: { kind: command, under: northcom } }
  links: { more: { from: c2bmc, to: extra, latency_s: 1, perSecond: 3, failure_prob: 0.2 } }
  lost: [c2bmc, more]
partners: { canada: joint-engagement, united-kingdom: { mode: warning-and-sensors, delay_s: 4, releaseDelay_s: 9, caveats: { withholds: [uewr-fylingdales], shooters: own-territory } } }
`;
const texts = [...catalogue.scenarios.map(({ text }) => text), RAID, COMMAND];

/** Compiles anything; whatever comes back must be a plan without NaN or at least one whole problem. */
function expectAnswer(text: string, overrides: readonly string[] = []): void {
  const result = compileText(text, 'fuzz.yaml', catalogue, overrides);
  if (result.ok) {
    expect(JSON.stringify(result.compiled.plan)).not.toContain('null');
    expect(result.compiled.planHash).toMatch(/^[0-9a-f]{64}$/);
    return;
  }
  expect(result.problems.length).toBeGreaterThan(0);
  for (const problem of result.problems) {
    expect(problem.expected).not.toBe('');
    expect(problem.found).not.toBe('');
    expect(problem.line).toBeGreaterThanOrEqual(problem.file === '--set' ? 0 : 1);
  }
}

const SNIPPETS = ['', ' ', ':', '-', '{', '}', '[', ']', ',', '"', "'", '#', '&a', '*a', '|', '>', '%', '@', '!!', '\t', '\n', '\u0000', '\uFEFF', '---', 'null', '.nan', '-1', '1e400', '0x10', 'true', '~', '__proto__: 1', 'version: 2', '{}', '[]', '? a', '<<: *a'];

describe('any text', () => {
  it('gives a plan or problems when scenarios are cut, doubled and sprinkled', { timeout: 120_000 }, () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(12), insert: fc.constantFrom(...SNIPPETS) });
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        let changed = text;
        for (const { at, remove, insert } of edits) {
          const place = Math.floor(at * changed.length);
          changed = changed.slice(0, place) + insert + changed.slice(place + remove);
        }
        expectAnswer(changed);
      }),
      { numRuns: 150 },
    );
  });

  it('gives a plan or problems when single values are replaced by anything', { timeout: 120_000 }, () => {
    const paths = ['version', 'title', 'epoch', 'epoch.from', 'launch', 'raid', 'raid[0]', 'raid[0].missile', 'raid[0].to', 'raid[0].count', 'raid[0].threat', 'raid[0].threat.stages', 'raid[0].threat.bus', 'raid[0].threat.decoys', 'raid[0].from', 'raid[0].from[0]', 'raid[0].to[0].weight', 'raid[0].every_s', 'raid[0].start_s', 'raid[0].shape', 'raid[0].approach', 'raid[0].route', 'raid[0].again', 'raid[0].preset', 'raid[1].route[0]', 'raid[1].threat.brightness', 'raid[2].again.after', 'raid[3].preset', 'raid[3].entries', 'raid[3].entries[0]', 'raid[3].from', 'sensors', 'sensors[0]', 'tracker', 'interceptors', 'interceptors[0]', 'interceptors[0].commonMode', 'interceptors[0].count', 'interceptors[1].at', 'release', 'release.space', 'command', 'defended', 'places', 'places.chicago', 'interceptors[0].fallback', 'interceptors[0].release', 'interceptors[0].nation', 'commandGraph', 'commandGraph.use', 'commandGraph.nodes', 'commandGraph.nodes.northcom', 'commandGraph.nodes.northcom.under', 'commandGraph.nodes.extra', 'commandGraph.links', 'commandGraph.links.more', 'commandGraph.links.more.to', 'commandGraph.lost', 'partners', 'partners.canada', 'partners.united-kingdom', 'partners.united-kingdom.caveats'];
    const value = fc.oneof(fc.json({ maxDepth: 3 }), fc.constantFrom('.nan', '.inf', '~', '{', '*a', 'chicago', '-0', '1e9', 'mixed', '[ { place: chicago, weight: 1e-300 } ]', '[ [ chicago ] ]', '{ place: chicago, weight: 2 }', '{ after: one-orbit }', 'northcom', '[northcom, c2bmc]', '{ kind: shooter, shooters: [ground] }', '{ from: extra, to: northcom }'));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...paths), value, (text, path, replacement) => {
        expectAnswer(text, [`${path}=${replacement}`]);
      }),
      { numRuns: 400 },
    );
  });

  it('gives a plan or problems for any override', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.string(), (override) => {
        expectAnswer(String(texts[0]), [override]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([['cycle', '&a [*a]'], ['cycle inside', 'version: 1\nraid: &a [ *a ]\n'], ['deep', '['.repeat(50_000)], ['bomb', `a: &a [${'1,'.repeat(60)}]\nb: &b [${'*a,'.repeat(60)}]\nc: &c [${'*b,'.repeat(60)}]\nd: [${'*c,'.repeat(60)}]\n`]])('is not brought down by a %s', (_name, text) => {
    expectAnswer(text);
  });
});

describe('printing', () => {
  it('is the inverse of reading', () => {
    const leaf = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)), fc.boolean(), fc.integer());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.string().filter((key) => key !== '__proto__'), tie('tree'), { maxKeys: 4, noNullPrototype: true })),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), (value) => {
        expect(readDocument(printYaml(value), 'a.yaml').value).toEqual(value);
        expect(readDocument(printJson(value), 'a.json').value).toEqual(value);
      }),
    );
  });

  it('keeps the plan of every scenario', () => {
    for (const { name, text } of catalogue.scenarios) {
      const hash = (source: string) => {
        const result = compileText(source, name, catalogue);
        return result.ok ? result.compiled.planHash : result.problems;
      };
      const { value } = readDocument(text, name);
      expect(hash(printYaml(value)), name).toBe(hash(text));
      expect(hash(printJson(value)), name).toBe(hash(text));
    }
  });
});
