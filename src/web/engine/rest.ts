/**
 * Studies that nobody is looking at rest: while a view is shown that answers the reader's hand by itself, no new shard of a study is
 * handed out, so that a slider has a core of its own. Shards under way are finished; what rests goes on when the view is left.
 */
let isResting = false;
let woken: (() => void)[] = [];

export function rest(shouldRest: boolean): void {
  isResting = shouldRest;
  if (shouldRest) return;
  const waiting = woken;
  woken = [];
  for (const wake of waiting) wake();
}

/** At once, or when the rest is over. */
export async function untilAwake(): Promise<void> {
  while (isResting) await new Promise<void>((resolve) => { woken.push(resolve); });
}
