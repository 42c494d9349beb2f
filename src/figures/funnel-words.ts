/** Plain words for the steps of a layer's funnel and for the parts of a flight in which objects are stopped; page and command line share them. */
import type { KillPhase } from '../engine/kill-phase.js';
import type { LayerSummary } from '../studies/summary.js';

type Step = keyof LayerSummary['funnel'];

/** In the order in which objects are lost; after `killed` comes what became of the rest. */
export const FUNNEL_WORDS: readonly (readonly [Step, string])[] = [
  ['reachable', 'in reach'], ['tracked', 'evidence in time'], ['released', 'permission in time'], ['assigned', 'fired at'], ['shot', 'met in flight'], ['killed', 'stopped'],
  ['elsewhere', 'ended otherwise'], ['passedOn', 'passed on'],
];

export const PHASE_WORDS: Readonly<Record<KillPhase, string>> = {
  boost: 'in boost', postBoost: 'after burn-out, before release', midcourse: 'in mid-course', terminal: 'in the terminal phase', glide: 'in the glide', cruise: 'in cruise',
};
