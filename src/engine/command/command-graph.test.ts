/** Runs under a command graph: what it costs in time, what is lost with a node, who acts alone, and that no graph is the plainest graph. */
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { createDigester } from '../record/digest.js';
import { chart } from '../geometry.js';
import type { Geometry, GeometryCache } from '../geometry.js';
import { partName } from '../../scenario/plan/command-graph-net.js';
import { replayRun } from '../record/replay.js';
import { createRunner } from '../run.js';
import type { Runner } from '../run.js';

const cache: GeometryCache = new Map();
const RAID = `
version: 1
variants: 4
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: [seattle, chicago], count: 4, within_s: 30, threat: { inFlightFailure_prob: 0 } } ]
sensors: [ { use: sbirs-geo }, { use: uewr-clear }, { use: uewr-beale } ]
`;
const SHIELD = `
interceptors:
  - { constellation: notional-7800, count: 800, singleShotKill: 0.3 }
  - { battery: gbi, at: fort-greely, count: 20, FALLBACK }
release: { space: { evidence: two-infrared, delay_s: 30 }, ground: { evidence: infrared-and-radar, delay_s: 60 } }
`;
const shield = (fallback = ''): string => SHIELD.replace(', FALLBACK', fallback === '' ? '' : `, fallback: ${fallback}`);
/** Everyone reports to one centre, which tells one post, which tells both layers. */
const graph = (more = '', centre_s = 0, link_s = 0, post_s = 30, orders_s = 0): string => `
commandGraph:
  nodes:
    satellites: { kind: sensor, sensors: [infrared] }
    radars: { kind: sensor, sensors: [radar] }
    centre: { kind: fusion, delay_s: ${centre_s} }
    space-post: { kind: command, authority: automatic, delay_s: ${post_s} }
    ground-post: { kind: command, authority: human, delay_s: 60 }
    orbit: { kind: shooter, shooters: [space], under: space-post }
    silos: { kind: shooter, shooters: [gbi], under: ground-post }
  links:
    down: { from: satellites, to: centre, latency_s: ${link_s} }
    radar-line: { from: radars, to: centre, latency_s: ${link_s} }
    to-space: { from: centre, to: space-post, latency_s: 0 }
    to-ground: { from: centre, to: ground-post, latency_s: 0 }
    space-orders: { from: space-post, to: orbit, latency_s: ${orders_s} }
    ground-orders: { from: ground-post, to: silos, latency_s: ${orders_s} }
  ${more}
`;

function planOf(text: string): Plan {
  const result = compileText(text, 'test.yaml', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}

function play(text: string, run = 0, geometry: Geometry = chart(planOf(text), cache)): { digest: string; runner: Runner; geometry: Geometry } {
  const runner = createRunner(geometry);
  runner.run(5, run);
  const digest = createDigester(geometry.linked.missiles.length, runner.world.orders.capacity)(runner.world, runner.causes);
  return { digest: Buffer.from(digest).toString('hex'), runner, geometry };
}

const shotsOf = ({ runner: { world }, geometry }: ReturnType<typeof play>, kind: string): number => Array.from({ length: world.orders.count }, (_, i) => geometry.linked.elements[world.orders.element[i]!]!.plan.kind).filter((each) => each === kind).length;

describe('a command graph', () => {
  it('whose links take no time and whose posts take what the rules take is no graph, to the bit', () => {
    for (let run = 0; run < 4; run++) expect(play(RAID + shield() + graph(), run).digest).toBe(play(RAID + shield(), run).digest);
  });

  it('adds its times to those of sensors and authority', () => {
    const plain = play(RAID + shield()), slow = play(RAID + shield() + graph('', 4, 3, 50, 2)), groups = 2;
    for (let m = 0; m < 4; m++) {
      // Satellites are as they were; three seconds down and four in the centre later.
      expect(slow.runner.world.evidence_s[m * groups]! - plain.runner.world.evidence_s[m * groups]!).toBeCloseTo(7, 9);
      expect(slow.runner.world.release_s[m * groups]! - slow.runner.world.evidence_s[m * groups]!).toBeCloseTo(52, 9);
    }
  });

  it('lets reports wait at a link that is busy, first come, first served', () => {
    const busy = graph().replace('radar-line: { from: radars, to: centre, latency_s: 0 }', 'radar-line: { from: radars, to: centre, latency_s: 0, perSecond: 0.02 }');
    const calm = play(RAID + shield().replace('singleShotKill: 0.3', 'singleShotKill: 0')), queued = play(RAID + shield().replace('singleShotKill: 0.3', 'singleShotKill: 0') + busy);
    const late = [...Array(4).keys()].map((m) => queued.runner.world.evidence_s[2 * m + 1]! - calm.runner.world.evidence_s[2 * m + 1]!).sort((a, b) => a - b);
    // Each report keeps the link for fifty seconds.
    expect(late[0]).toBeGreaterThanOrEqual(50);
    expect(late[3]).toBeGreaterThan(50);
    const { queued_s, queuedAt } = queued.runner.world.belief, worst = [...queued_s].indexOf(Math.max(...queued_s.subarray(0, 4)));
    expect(queued_s[worst]).toBeGreaterThan(0);
    expect(queued.geometry.linked.net!.plan.links[queuedAt[worst]!]?.name).toBe('radar-line');
  });
});

describe('a lost command post', () => {
  const LOST = graph('lost: [ground-post]');

  it('leaves its layer without a word, and says which part is missing', () => {
    const lost = play(RAID + shield().replace('singleShotKill: 0.3', 'singleShotKill: 0') + LOST), { world } = lost.runner;
    expect(shotsOf(lost, 'ground')).toBe(0);
    expect(shotsOf(lost, 'space')).toBeGreaterThan(0);
    for (let m = 0; m < 4; m++) expect(partName(lost.geometry.linked.net!.plan, world.cut[2 * m + 1]!)).toBe('ground-post');
  });

  it('leaves a layer with a fallback to its own sensors and its own authority', () => {
    const text = RAID + shield('{ authority: local, evidence: radar, delay_s: 20, sensors: [uewr-clear] }').replace('singleShotKill: 0.3', 'singleShotKill: 0') + LOST;
    const alone = play(text), { world } = alone.runner;
    expect(shotsOf(alone, 'ground')).toBeGreaterThan(0);
    for (let m = 0; m < 4; m++) if (world.evidence_s[2 * m + 1]! < Infinity) expect(world.release_s[2 * m + 1]! - world.evidence_s[2 * m + 1]!).toBeCloseTo(20, 9);
    const events = replayRun(chart(planOf(text), cache), 5, 0).events;
    expect(events.filter(({ kind }) => kind === 'lost').map(({ by }) => by)).toEqual(['ground-post']);
    expect(events.filter(({ kind }) => kind === 'alone').map(({ text: said }) => said)).toEqual(['the ground layer is cut off and acts alone']);
  });

  it('is the same as a lost link to it, and as losing the link by sure chance', () => {
    const text = RAID + shield(), one = play(text + graph('lost: [ground-orders]'));
    expect(shotsOf(one, 'ground')).toBe(0);
    expect(partName(one.geometry.linked.net!.plan, one.runner.world.cut[1]!)).toBe('ground-orders');
  });
});

describe('a link that fails by chance', () => {
  const text = RAID + shield() + graph().replace('ground-orders: { from: ground-post, to: silos, latency_s: 0 }', 'ground-orders: { from: ground-post, to: silos, latency_s: 0, failure_prob: 0.3 }');
  let losses: number[] = [];
  beforeAll(() => {
    const geometry = chart(planOf(text), cache), runner = createRunner(geometry);
    losses = Array.from({ length: 400 }, (_, run) => {
      runner.run(9, run);
      return runner.world.net!.losses.link[5]!;
    });
  });

  it('fails in that share of runs', () => {
    const share = losses.reduce((sum, lost) => sum + lost, 0) / losses.length;
    // Four standard errors of 400 draws.
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 400));
  });

  it('changes nothing in runs in which it works, and is given in runs in which it does not', () => {
    const intact = losses.indexOf(0), broken = losses.indexOf(1), geometry = chart(planOf(text), cache);
    const seed9 = (script: string, run: number): string => {
      const made = script === text ? geometry : chart(planOf(script), cache), runner = createRunner(made);
      runner.run(9, run);
      return Buffer.from(createDigester(made.linked.missiles.length, runner.world.orders.capacity)(runner.world, runner.causes)).toString('hex');
    };
    expect(seed9(text, intact)).toBe(seed9(RAID + shield() + graph(), intact));
    expect(seed9(text, broken)).toBe(seed9(RAID + shield() + graph('lost: [ground-orders]'), broken));
  });
});
