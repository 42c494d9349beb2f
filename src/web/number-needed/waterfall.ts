/** What makes the difference between AEI's number and the chapter's, setting by setting. */
import { shapleyOnLogarithm, type Hybrid } from '../../policy/cost/shapley.js';
import { AEI_SHELL, sizeShell } from '../../studies/number-needed/size-shell.js';
import { byLatitude, type ClosedInputs, siOf } from './closed.js';
import type { Inputs } from './inputs.js';

export interface WaterfallStep {
  readonly title: string;
  /** Number for each missile is multiplied by this. */
  readonly factor: number;
}

export interface Waterfall {
  readonly fromPerMissile: number;
  readonly toPerMissile: number;
  /** Empty when nothing differs or the chapter's own settings reach nothing. */
  readonly steps: readonly WaterfallStep[];
  readonly invalid: readonly Hybrid[];
}

/** A group of settings that are one assumption. */
const PARTS: readonly { readonly title: string; readonly keys: readonly (keyof ClosedInputs)[] }[] = [
  { title: 'time to fly', keys: ['flyout_s'] },
  { title: 'interceptor speed', keys: ['speed_mps'] },
  { title: 'its acceleration', keys: ['acceleration_mps2'] },
  { title: 'altitude of the orbits', keys: ['altitude_m'] },
  { title: 'altitude of the meeting', keys: ['interceptAltitude_m'] },
  { title: 'shots at each missile', keys: ['shots'] },
];
const SPREAD = 'orbits of one inclination';

/** Before rounding to whole interceptors, so that the factors multiply exactly. */
export function waterfallFromAei(inputs: Inputs): Waterfall {
  const ours = siOf(inputs), theirs: ClosedInputs = { ...ours, ...AEI_SHELL };
  const differing = PARTS.filter(({ keys }) => keys.some((key) => ours[key] !== theirs[key]));
  const evaluate = (isChanged: readonly boolean[]): number | string => {
    const mixed = { ...theirs };
    differing.forEach(({ keys }, part) => { if (isChanged[part] === true) for (const key of keys) mixed[key] = ours[key]; });
    const answer = isChanged[differing.length] === true ? byLatitude(mixed) : sizeShell(mixed);
    if (answer === undefined) return 'nothing in reach';
    if (typeof answer === 'string') return answer === 'too-high' ? 'the meeting is out of reach' : 'the interceptor is still burning';
    return answer.absenteeRatio * mixed.shots;
  };
  const titles = [...differing.map(({ title }) => title), SPREAD];
  const all = titles.map(() => true), none = titles.map(() => false), from = evaluate(none), to = evaluate(all);
  const { shares, invalid } = shapleyOnLogarithm(titles, evaluate);
  return {
    fromPerMissile: typeof from === 'number' ? from : NaN, toPerMissile: typeof to === 'number' ? to : NaN,
    steps: shares.map(({ input, factor }) => ({ title: input, factor })), invalid,
  };
}
