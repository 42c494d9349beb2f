/**
 * Coverage for the picture: by how many each cell is in view at a moment of the attack, its satellites where the replay has them;
 * or for how much of a day it is in view of one or more, as in `cupola cover`.
 */
import '../no-eval.js';
import type { MovingSensor } from '../../engine/record/record.js';
import { equalAreaCells } from '../../kernel/earth/equal-area-cells.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { satelliteKey } from '../../scenario/plan/sensor-plan.js';
import { cover } from '../../studies/cover/cover.js';
import { createLooker, type Looker } from '../../studies/cover/looks.js';
import { planWatchers } from '../../studies/cover/plan-watchers.js';
import { phasesOf, soughtTarget } from '../../studies/cover/sought-target.js';
import type { Watchers } from '../../studies/cover/watchers.js';
import { dayStep, type CoverageShades } from './coverage-cells.js';
import type { CoverageReply, CoverageRequest } from './coverage-messages.js';
import { positionAt } from './moving.js';

const CELLS = 8000, DAY_S = 86_400, DAY_STEP_S = 300;
const cells = equalAreaCells(CELLS);

interface Attack {
  readonly words: string;
  readonly altitude_m: number;
  readonly watchers: Watchers;
  readonly looker: Looker;
  day: CoverageShades | undefined;
}
let attack: Attack | string = 'nothing is shown';

self.onmessage = ({ data }: MessageEvent<CoverageRequest>): void => {
  if (data.kind === 'attack') attack = prepare(data.plan, data.movingSensors);
  else self.postMessage(answer(data, attack));
};

function prepare(plan: Plan, movingSensors: readonly MovingSensor[]): Attack | string {
  const [first] = plan.attacks;
  if (first === undefined) return 'nothing is launched';
  if (plan.sensors.length === 0) return 'no sensor looks';
  const target = soughtTarget(first, phasesOf(first)[0] ?? 'boost'), watchers = planWatchers(plan, target);
  return { words: target.words, altitude_m: target.altitude_m, watchers, looker: createLooker(cells, asReplayed(watchers, plan, movingSensors), target.altitude_m), day: undefined };
}

/** Satellites where this attack has them, not where they stand at the start of the epoch. */
function asReplayed(watchers: Watchers, { sensors }: Plan, movingSensors: readonly MovingSensor[]): Watchers {
  const paths = new Map(movingSensors.map(({ key, path }) => [key, path])), position = new Float64Array(3);
  return {
    ...watchers,
    moving: watchers.moving.map((set) => ({
      ...set,
      place(t_s: number, x_m: Float64Array, y_m: Float64Array, z_m: Float64Array, first: number): void {
        const sensor = sensors[set.sensor];
        for (let satellite = 0; satellite < set.count; satellite++) {
          const path = sensor === undefined ? undefined : paths.get(satelliteKey(sensor, satellite));
          if (path === undefined) throw new Error('the attack shown has not all satellites of the plan');
          positionAt(path, t_s, position);
          [x_m[first + satellite], y_m[first + satellite], z_m[first + satellite]] = [position[0] ?? 0, position[1] ?? 0, position[2] ?? 0];
        }
      },
    })),
  };
}

function answer(request: Exclude<CoverageRequest, { kind: 'attack' }>, of: Attack | string): CoverageReply {
  const { id } = request;
  if (typeof of === 'string') return { id, shades: null, words: of };
  if (request.kind === 'day') return { id, words: of.words, shades: (of.day ??= dayOf(of)) };
  of.looker.at(request.t_s);
  return { id, words: of.words, shades: { kind: 'now', cells: CELLS, steps: Uint8Array.from(of.looker.look.inView, (count) => Math.min(2, count)) } };
}

function dayOf({ watchers, altitude_m }: Attack): CoverageShades {
  const { tally, looks } = cover({ cells, watchers, altitude_m, duration_s: DAY_S, step_s: DAY_STEP_S, regions: [], groups: [] });
  return { kind: 'day', cells: CELLS, steps: Uint8Array.from(tally.seen, (count) => dayStep(count / looks)) };
}
