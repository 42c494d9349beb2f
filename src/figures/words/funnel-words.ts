/** Plain words for the steps of a layer's funnel and for the parts of a flight in which objects are stopped; page and command line share them. */
import type { KillPhase } from '../../engine/record/kill-phase.js';
import type { LayerSummary, Summary } from '../../studies/runs/summary.js';
import { significantText } from '../numbers.js';

type Step = keyof LayerSummary['funnel'];

/** In the order in which objects are lost; after `killed` comes what became of the rest. */
export const FUNNEL_WORDS: readonly (readonly [Step, string])[] = [
  ['reachable', 'in reach'], ['tracked', 'evidence in time'], ['released', 'permission in time'], ['assigned', 'fired at'], ['shot', 'met in flight'], ['killed', 'stopped'],
  ['elsewhere', 'ended otherwise'], ['passedOn', 'passed on'],
];

export const PHASE_WORDS: Readonly<Record<KillPhase, string>> = {
  boost: 'in boost', postBoost: 'after burn-out, before release', midcourse: 'in mid-course', terminal: 'in the terminal phase', glide: 'in the glide', cruise: 'in cruise',
};

/** Shares protected in single attacks; the ends of a share are words, because a percentage of a hundred reads as a promise. */
export function protectedByChance({ p5, p95 }: Pick<Summary['protection'], 'p5' | 'p95'>): string {
  const share = (value: number): string => (value <= 0 ? 'none' : value >= 1 ? 'all' : `${significantText(100 * value, 3)} %`);
  return `${p5 === p95 ? share(p5) : `${share(p5)} to ${share(p95)}`} in 9 of 10 attacks`;
}
