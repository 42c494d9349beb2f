/** Who sees each missile at the moment shown: names of sensors, for the table. */
import type { ReactElement } from 'react';
import type { Replay } from '../../engine/record/record.js';
import { countText } from '../../figures/numbers.js';
import { usePlayback } from '../state/playback.js';
import { readable } from '../answer/titles.js';

export interface Watch {
  readonly by: string;
  readonly from_s: number;
  readonly to_s: number;
}

/** Stretches of each object with the names of who sees it, in the order of the plan's sensors. */
export function watchesOf({ seen, sensors, movingSensors }: Replay): ReadonlyMap<string, readonly Watch[]> {
  const names = new Map([...sensors, ...movingSensors].map(({ key, name }) => [key, name])), found = new Map<string, Watch[]>();
  for (const { target, by, from_s, to_s } of seen) {
    const watch = { by: names.get(by) ?? by, from_s, to_s }, list = found.get(target);
    if (list === undefined) found.set(target, [watch]);
    else list.push(watch);
  }
  return found;
}

export function seenNow(watches: readonly Watch[], t_s: number): string[] {
  return [...new Set(watches.flatMap(({ by, from_s, to_s }) => (from_s <= t_s && t_s <= to_s ? [by] : [])))];
}

/** A constellation may have dozens of them. */
const MOST_NAMED = 4;

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => (name.includes('-') ? readable(name) : name)).join(', ');
  return names.length > MOST_NAMED ? `${shown} and ${countText(names.length - MOST_NAMED)} more` : shown;
}

/** Only the cell whose words change is drawn anew. */
export function SeenNow({ watches, launch_s, end_s }: { readonly watches: readonly Watch[]; readonly launch_s: number; readonly end_s: number }): ReactElement {
  const text = usePlayback(({ time_s }) => (time_s < launch_s ? 'not launched' : time_s > end_s ? 'over' : namesText(seenNow(watches, time_s)) || 'nobody'));
  return <>{text}</>;
}
