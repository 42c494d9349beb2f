/** For each missile that got through in a replay, what would have stopped it; beside the story, because it takes many reruns. */
import type { Replay } from '../../engine/record/record.js';
import { changeSentence } from '../../figures/sentences/change-sentence.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { createChangeFinder, type ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import { Stopped } from '../frame/failures.js';
import type { Output } from '../frame/output.js';
import { Progress } from '../frame/progress.js';

/** Looking for one takes a hundred reruns and more; of a large raid the first few tell most. */
export const DEFAULT_CHANGES = 3;

export async function findChanges(plan: Plan, story: Replay, most: number, { output, signal }: { output: Output; signal: AbortSignal }): Promise<Map<string, ChangeAnswer>> {
  const found = new Map<string, ChangeAnswer>(), through = story.missiles.filter(({ fate }) => fate === 'leaked').slice(0, most);
  if (through.length === 0) return found;
  const finder = createChangeFinder(plan, story.seed, story.run), progress = new Progress(output, 'missiles asked what would have stopped them');
  for (const [done, { key }] of through.entries()) {
    progress.update(done, through.length);
    // Lets Ctrl-C be heard between two missiles.
    await new Promise(setImmediate);
    if (signal.aborted) {
      progress.clear();
      throw new Stopped(`Stopped after ${done} of ${through.length} missiles.`);
    }
    found.set(key, finder.find(key));
  }
  progress.clear();
  return found;
}

/** Keys of one missile in the JSON: the change, or that only luck failed, or that nothing of a permitted size would have done. */
export function changeDocument(answer: ChangeAnswer | undefined): Record<string, unknown> {
  if (answer === undefined) return {};
  const { change, others, luck, isOnlyLuck, tried } = answer, [least] = luck;
  const onlyLuck = least === undefined ? { chance: null, needed: null, path: null } : { what: least.what, path: least.path, chance: least.from, needed: least.to, verified: least.verified, halfStops: least.halfStops };
  return {
    changeSentence: changeSentence(answer),
    ...(change === null ? (isOnlyLuck ? { onlyLuck } : { change: null }) : { change }),
    otherChanges: others, luck, changesTried: tried,
  };
}
