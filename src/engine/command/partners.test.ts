/** Allies in runs: whose reports count for shooters, who fires for whom, how long agreement takes, where a payload may fall. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { createDigester } from '../record/digest.js';
import { chart } from '../geometry.js';
import type { Geometry, GeometryCache } from '../geometry.js';
import { firesFor, sharingOf } from './partners.js';
import { createRunner } from '../run.js';
import type { Runner } from '../run.js';
import { FATE } from '../world.js';

const cache: GeometryCache = new Map();
const TEXT = `version: 1
variants: 4
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: [seattle, toronto], count: 6, within_s: 30, threat: { inFlightFailure_prob: 0 } } ]
sensors: [ { use: sbirs-geo }, { use: uewr-clear }, { use: uewr-beale }, { use: uewr-pituffik } ]
interceptors: [ { battery: gbi, at: fort-greely, count: 30, singleShotKill: 1 } ]
`;
function planOf(text: string): Plan {
  const result = compileText(text, 'test.yaml', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}
function play(text: string): { runner: Runner; geometry: Geometry } {
  const geometry = chart(planOf(text), cache), runner = createRunner(geometry);
  runner.run(5, 0);
  return { runner, geometry };
}
const canada = (mode: string, more = '') => `${TEXT}partners: { canada: { mode: ${mode}${more} }, denmark: { delay_s: 0 } }\n`;
/** Objects that got through, by target. */
const through = ({ runner: { world }, geometry: { linked } }: ReturnType<typeof play>) =>
  linked.missiles.flatMap(({ attack, aim }, m) => (world.truth.fate[m] === FATE.leaked ? [linked.aims[attack]![aim]!.to.name] : []));

describe('Canada', () => {
  it('is not defended by others unless they engage jointly: then what falls on it is shot at as what falls on Seattle', () => {
    expect(through(play(TEXT))).toEqual([]);
    for (const mode of ['warning-only', 'warning-and-sensors']) expect(through(play(canada(mode)))).toEqual(['toronto', 'toronto', 'toronto']);
    expect(through(play(canada('joint-engagement')))).toEqual([]);
  });

  it('lets its shooters fire for others only jointly, after it has agreed, and then with that delay', () => {
    const own = TEXT.replace('{ battery: gbi, at: fort-greely, count: 30, singleShotKill: 1 }', '{ battery: gbi, at: fort-greely, nation: canada, count: 30, singleShotKill: 1 }');
    const at = (mode: string) => play(`${own}partners: { canada: { mode: ${mode}, releaseDelay_s: 45 } }\n`);
    // What falls on its own land it shoots at by itself.
    expect(through(at('warning-only'))).toEqual(['seattle', 'seattle', 'seattle']);
    const joint = at('joint-engagement'), { evidence_s, release_s } = joint.runner.world;
    expect(through(joint)).toEqual([]);
    for (let m = 0; m < 6; m++) expect(release_s[m]! - evidence_s[m]!).toBeCloseTo(60 + 45, 9);
    expect(through(play(`${own}partners: { canada: { mode: joint-engagement, caveats: { shooters: own-territory } } }\n`))).toEqual(['seattle', 'seattle', 'seattle']);
  });

  it('changes nothing for others where it shares everything and owns nothing in the scenario', () => {
    const digest = ({ runner, geometry }: ReturnType<typeof play>) => Buffer.from(createDigester(geometry.linked.missiles.length, runner.world.orders.capacity)(runner.world, runner.causes)).toString('hex');
    // Nobody is shot in boost, so where payloads may fall does not matter.
    expect(digest(play(canada('joint-engagement')))).toBe(digest(play(TEXT)));
  });
});

describe('a radar on a partner’s land', () => {
  const EAST = TEXT.replace('from: north-korea-interior, to: [seattle, toronto]', 'from: russia-west-interior, to: [boston]').replace('{ use: uewr-clear }, { use: uewr-beale }, ', '');
  const of = (entry: string) => play(`${EAST}partners: { denmark: ${entry} }\n`).runner.world;

  it('warns in every mode, and counts for shooters when it is shared, later by its delay', () => {
    const only = of('warning-only'), shared = of('{ mode: warning-and-sensors, delay_s: 0 }'), late = of('{ mode: warning-and-sensors, delay_s: 25 }'), withheld = of('{ mode: warning-and-sensors, caveats: { withholds: [uewr-pituffik] } }');
    for (let m = 0; m < 6; m++) {
      expect(only.belief.bothKinds_s[m]).toBe(shared.belief.bothKinds_s[m]);
      expect(shared.belief.bothKinds_s[m]).toBeLessThan(Infinity);
      expect(only.evidence_s[m]).toBe(Infinity);
      expect(withheld.evidence_s[m]).toBe(Infinity);
      expect(late.evidence_s[m]! - shared.evidence_s[m]!).toBeCloseTo(25, 6);
    }
  });
});

describe('who shares and who fires', () => {
  const plan = planOf(canada('joint-engagement'));

  it('is told by nation', () => {
    expect(firesFor(plan, undefined, 'united-states')).toBe(true);
    expect(firesFor(plan, undefined, 'denmark')).toBe(false);
    expect(firesFor(plan, 'denmark', 'denmark')).toBe(true);
    expect(firesFor(plan, 'denmark', 'united-states')).toBe(false);
    expect(firesFor(plan, 'canada', 'united-states')).toBe(true);
    expect(firesFor(plan, undefined, '')).toBe(true);
    expect(plan.sensors.map((sensor) => sharingOf(plan, sensor).isShared)).toEqual(plan.sensors.map(() => true));
  });
});
