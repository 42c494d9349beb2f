/** Mistakes in a command graph and in alliances: where, what was found, what is expected; all at once. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../test/load.js';
import { compileText } from './compile/compile.js';
import type { CompileResult } from './compile/compiled.js';

const HEAD = `version: 1
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: [seattle], count: 2 } ]
sensors: [ { use: sbirs-geo }, { use: uewr-clear }, { use: uewr-fylingdales } ]
interceptors:
  - { constellation: notional-7800 }
  - { battery: gbi, at: fort-greely }
`;
const compiled = (more: string, overrides: readonly string[] = []): CompileResult => compileText(HEAD + more, 'test.yaml', catalogue(), overrides);
const planOf = (result: CompileResult) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
};
/** Path, what was found, hint. */
const problems = (result: CompileResult): (readonly [string, string, string])[] => (result.ok ? [] : result.problems.map(({ path, found, hint }) => [path, found, hint] as const));
const paths = (result: CompileResult): string[] => problems(result).map(([path]) => path);

const WHOLE = `commandGraph:
  nodes:
    eyes: { kind: sensor, sensors: [infrared, radar] }
    post: { kind: command, authority: human, delay_s: 20 }
    hands: { kind: shooter, shooters: [space, ground], under: post }
  links:
    reports: { from: eyes, to: post, latency_s: 1 }
    orders: { from: post, to: hands, latency_s: 1 }
`;

describe('a command graph of the catalogue', () => {
  it('takes all sensors and layers in, and can be changed in place', () => {
    const { plan } = planOf(compiled('commandGraph: { use: us-2026, nodes: { northcom: { delay_s: 45 } }, links: { c2bmc-northcom: { perSecond: 4 } }, lost: [c2bmc] }\n'));
    expect(plan.sensors.map(({ system, node }) => [system, node]).filter(([system], i, all) => all.findIndex(([other]) => other === system) === i)).toEqual([['sbirs-geo', 'opir-ground'], ['uewr-clear', 'early-warning-radars'], ['uewr-fylingdales', 'early-warning-radars']]);
    expect(plan.layers.map(({ node }) => node)).toEqual(['space-interceptors', 'gmd-launch-sites']);
    const { nodes, links } = plan.commandGraph!;
    expect(nodes.find(({ name }) => name === 'northcom')?.delay_s).toBe(45);
    expect(nodes.find(({ name }) => name === 'c2bmc')?.failure_prob).toBe(1);
    expect(links.find(({ name }) => name === 'c2bmc-northcom')?.perSecond).toBe(4);
    expect(links.find(({ name }) => name === 'northcom-gmd-fire-control')?.perSecond).toBeUndefined();
  });

  it('takes in every sensor of the data, in any year', () => {
    for (const year of [2025, 2028, 2035]) expect(planOf(compiled('commandGraph: { use: us-2026 }\n', [`sensors={ year: ${year} }`])).plan.sensors.every(({ node }) => node !== undefined)).toBe(true);
  });

  it('lists its numbers with their cards, and where --set changes them', () => {
    const { numbers } = planOf(compiled('commandGraph: { use: us-2026 }\n', ['commandGraph.links.northcom-gmd-fire-control.latency_s=3']));
    expect(numbers.find(({ path }) => path === 'commandGraph.links.northcom-gmd-fire-control.latency_s')).toMatchObject({ value: 3, card: 'command/us-2026#links.northcom-gmd-fire-control.latency_s' });
    expect(numbers.find(({ path }) => path === 'commandGraph.nodes.northcom.delay_s')).toMatchObject({ value: 20, low: 0, high: 120, standing: 'assumed' });
  });
});

describe('mistakes in a command graph', () => {
  it('are none in a whole one', () => {
    expect(planOf(compiled(WHOLE)).warnings).toEqual([]);
  });

  it('are told all at once, each with its place', () => {
    const found = problems(compiled(`commandGraph:
  nodes:
    eyes: { kind: sensor, sensors: [infrared, radar, uewr-clera], delay_s: 3 }
    post: { kind: command, under: pots }
    low: { kind: command, under: high }
    high: { kind: command, under: low }
    hands: { kind: shooter, shooters: [space, ground, fort-greely], under: eyes }
  links:
    reports: { from: eyes, to: psot, latency_s: 1 }
    loop: { from: post, to: post }
    orders: { from: post, to: hands, latency_s: -1 }
    post: { from: post, to: hands }
  lost: [reprots]
`));
    expect(found).toEqual([
      ['commandGraph.nodes.eyes.delay_s', 'delay_s: 3, at a node of kind sensor', expect.stringContaining('reportDelay_s')],
      ['commandGraph.nodes.eyes.sensors[2]', '"uewr-clera"', 'did you mean `uewr-clear`?'],
      ['commandGraph.nodes.post.under', '"pots"', 'did you mean `post`?'],
      ['commandGraph.nodes.low.under', 'low under high under low', 'take `under` out of the topmost'],
      ['commandGraph.nodes.hands.under', '"eyes", a node of kind "sensor"', 'only command posts decide'],
      ['commandGraph.nodes.hands.shooters[2]', '"fort-greely"', 'write the interceptor with its site, as in `gbi at fort-greely`'],
      ['commandGraph.links.reports.to', '"psot"', 'did you mean `post`?'],
      ['commandGraph.links.loop.to', 'a link from post to itself', 'a node needs no link to itself'],
      ['commandGraph.links.orders.latency_s', '-1', ''],
      ['commandGraph.links.post', 'a link and a node named post', 'what is lost is named by it'],
      ['commandGraph.lost[0]', '"reprots"', 'did you mean `reports`?'],
    ]);
  });

  it('are unknown graphs, sensors and layers that stand nowhere, names at two nodes', () => {
    expect(problems(compiled('commandGraph: { lost: [northcom] }\n'))).toEqual([['commandGraph', 'no nodes', 'as in `commandGraph: { use: us-2026 }`']]);
    expect(problems(compiled('commandGraph: { use: us-2062, lost: [northcom] }\n'))).toHaveLength(1);
    expect(problems(compiled('commandGraph: { use: us-2062 }\n'))[0]).toEqual(['commandGraph.use', '"us-2062"', 'did you mean `us-2026`?']);
    expect(problems(compiled(WHOLE.replace('infrared, radar', 'infrared, uewr-clear').replace('space, ground', 'space')))).toEqual([
      ['commandGraph.nodes', 'uewr-fylingdales stands at no node', 'add it to eyes'],
      ['interceptors[1]', 'gbi at fort-greely stands at no node of the command graph', 'add it to hands'],
    ]);
    expect(problems(compiled(WHOLE.replace('    post:', '    more: { kind: sensor, sensors: [radar] }\n    post:')))).toEqual([['commandGraph.nodes.more.sensors[0]', 'radar, which stands at eyes too', 'take it out of more or of eyes']]);
  });

  it('name the cut between sensors and those who decide, and between those and the shooters', () => {
    const result = compiled(WHOLE.replace(/ {4}reports.*\n/, ''));
    expect(result.ok ? [] : result.problems.map(({ found, expected, line }) => [found, expected, line])).toEqual([
      ['no way from its sensors to post, which notional-7800 waits for: reports come as far as eyes', 'a link from eyes to post', expect.any(Number)],
      ['no way from its sensors to post, which gbi at fort-greely waits for: reports come as far as eyes', 'a link from eyes to post', expect.any(Number)],
    ]);
    expect(problems(compiled(WHOLE.replace(/ {4}orders.*\n/, '')))[0]).toEqual(['commandGraph.links', 'no way from post to hands, which notional-7800 fires from: the word comes as far as post', 'add `post-hands: { from: post, to: hands }` to `links`']);
  });

  it('are warnings where the scenario takes a part away, and where a fallback can never be met', () => {
    const { warnings } = planOf(compiled(`${WHOLE}  lost: [orders]\n`, ['interceptors[1].fallback={ sensors: [uewr-clear] }']));
    expect(warnings.map(({ path, found, hint }) => [path, found, hint])).toEqual([
      ['interceptors[1].fallback.sensors', 'infrared-and-radar, of uewr-clear', expect.stringContaining('alone it can never fire')],
      ['commandGraph.lost', 'no way from post to hands, which notional-7800 fires from, without orders', 'notional-7800 cannot fire'],
      ['commandGraph.lost', 'no way from post to hands, which gbi at fort-greely fires from, without orders', 'gbi at fort-greely acts alone'],
    ]);
    expect(planOf(compiled('', ['interceptors[1].fallback={ evidence: radar, sensors: [uewr-clear] }'])).warnings.map(({ path }) => path)).toEqual(['interceptors[1].fallback']);
    expect(planOf(compiled(WHOLE, ['interceptors[1].release={ delay_s: 5 }'])).warnings.map(({ path }) => path)).toEqual(['interceptors[1].release.delay_s']);
    expect(planOf(compiled(WHOLE, ['release.space.delay_s=5'])).warnings.map(({ path }) => path)).toEqual(['release.space.delay_s']);
  });
});

describe('allies', () => {
  it('share what their cards say where a scenario does not name them', () => {
    const { plan } = planOf(compiled('partners: { united-kingdom: warning-only }\n'));
    expect(plan.partners?.lead).toBe('united-states');
    expect(plan.partners?.partners.map(({ nation, mode }) => [nation, mode])).toEqual([['canada', 'warning-only'], ['denmark', 'warning-and-sensors'], ['japan', 'warning-and-sensors'], ['united-kingdom', 'warning-only']]);
    expect(plan.partners?.targetNations).toEqual([['united-states']]);
  });

  it('add their territory and their cities to what is defended when they engage jointly', () => {
    const alone = planOf(compiled('partners: { canada: warning-and-sensors }\n')).plan.defended, joint = planOf(compiled('partners: { canada: joint-engagement }\n')).plan.defended;
    expect(joint.territory.name).toBe(`${alone.territory.name}, Canada`);
    expect(joint.territory.rings.length).toBeGreaterThan(alone.territory.rings.length);
    expect(joint.places.slice(alone.places.length).map(({ name }) => name)).toContain('toronto');
  });

  it('are refused where nobody knows them, with what they cannot withhold, all at once', () => {
    expect(problems(compiled(`partners:
  canda: warning-only
  united-states: joint-engagement
  japan: warning-onyl
  denmark: { mode: warning-only, delay_s: -1, caveats: { withholds: [uewr-fylingdales] } }
`, ['interceptors[1].nation=candaa']))).toEqual([
      ['interceptors[1].nation', '"candaa"', 'did you mean `canada`?'],
      ['partners.canda', '"canda"', 'did you mean `canada`?'],
      ['partners.united-states', 'united-states, which is what is defended', 'partners are the others'],
      ['partners.japan', '"warning-onyl"', 'did you mean `warning-only`?'],
      ['partners.denmark.delay_s', '-1', ''],
      ['partners.denmark.caveats.withholds[0]', '"uewr-fylingdales", a sensor of united-kingdom', 'a nation can withhold only what is its own'],
    ]);
  });

  it('leave plans without them as they were', () => {
    const { plan } = planOf(compiled(''));
    expect(Object.keys(plan)).not.toContain('partners');
    expect(plan.layers.every((layer) => !('nation' in layer) && !('node' in layer) && !('fallback' in layer))).toBe(true);
    expect(paths(compiled('partners: canada\n'))).toEqual(['partners']);
  });
});
