/** Whose measurements come into the tracks: what is cut off or kept back measures nothing for anyone. */
import { expect, it } from 'vitest';
import { catalogue } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import { chart } from '../geometry.js';
import type { GeometryCache } from '../geometry.js';
import { markHeard } from './heard-sensors.js';
import { createRunner } from '../run.js';

const cache: GeometryCache = new Map();
const TEXT = `version: 1
variants: 2
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1, threat: { inFlightFailure_prob: 0 } } ]
sensors: [ { use: uewr-clear }, { use: uewr-beale }, { use: uewr-pituffik }, { use: sbirs-geo } ]
tracker: covariance
interceptors: [ { battery: gbi, at: fort-greely, count: 20 } ]
release: { ground: { evidence: one-infrared, delay_s: 60 } }
`;
const graph = (lost: string): string => `commandGraph:
  nodes:
    satellites: { kind: sensor, sensors: [infrared] }
    radars: { kind: sensor, sensors: [radar] }
    post: { kind: command, authority: human, delay_s: 60 }
    silos: { kind: shooter, shooters: [gbi], under: post }
  links:
    down: { from: satellites, to: post, latency_s: 1 }
    radar-line: { from: radars, to: post, latency_s: 1 }
    orders: { from: post, to: silos, latency_s: 1 }
${lost}`;

/** The first three sensors are radars; the others satellites. */
function heard(text: string): { sensors: number[]; short_m: number } {
  const result = compileText(text, 'test.yaml', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const geometry = chart(result.compiled.plan, cache), runner = createRunner(geometry), out = new Uint8Array(geometry.linked.sensors.length);
  runner.run(4, 0);
  markHeard(geometry.linked, runner.world, out);
  return { sensors: Array.from(out), short_m: runner.world.trackShort_m[0]! };
}

it('an ally that keeps its radar to itself measures nothing for the shooters', () => {
  expect(heard(TEXT).sensors).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(heard(`${TEXT}partners: { denmark: { mode: warning-only } }\n`).sensors).toEqual([1, 1, 0, 1, 1, 1, 1, 1, 1]);
});

it('what a lost node cuts off measures nothing, and then the track stays too poor', () => {
  const whole = heard(TEXT + graph('')), cut = heard(TEXT + graph('  lost: [radars]\n'));
  expect(whole.sensors.every((one) => one === 1)).toBe(true);
  expect(cut.sensors).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1]);
  expect(whole.short_m).toBe(0);
  // Satellites alone saw the boost, and nothing after it.
  expect(cut.short_m).toBeGreaterThan(1000);
});
