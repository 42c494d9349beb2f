/**
 * The reader's edits as overrides of the scenario, the same texts that `--set` takes, so that an edited answer can be
 * had again from the command line. Counts that stand for several entries keep the entries' proportions. A raid with
 * several classes or places, or one of the catalogue, is taken as it is: its missiles have no slots in the question.
 */
import type { Plan } from '../../scenario/plan/plan.js';
import type { Edits } from '../state/fragment.js';

/** What puts a raid of the catalogue in the place of the scenario's own; nothing when none is chosen. */
export const raidOverrides = ({ raid }: Edits): string[] => (raid === undefined ? [] : [`raid=[{ preset: ${raid} }]`]);

/** `plan` is the scenario with the raid chosen and without the other edits. */
export function overridesOf(edits: Edits, plan: Plan): string[] {
  const overrides = raidOverrides(edits);
  if (hasSlots(plan)) {
    if (edits.count !== undefined) push(overrides, plan.attacks.map(({ key, count }) => ({ path: `${key}.count`, count })), edits.count);
    for (const { key } of plan.attacks) {
      if (edits.missile !== undefined) overrides.push(`${key}.missile=${edits.missile}`);
      if (edits.origin !== undefined) overrides.push(`${key}.from=${edits.origin}`);
    }
  }
  const entries = plan.layers.map((layer, i) => ({ layer, path: `interceptors[${i}].count` }));
  if (edits.satellites !== undefined) push(overrides, entries.flatMap(({ layer, path }) => (layer.kind === 'space' ? [{ path, count: layer.shell.planes_count * layer.shell.perPlane_count }] : [])), edits.satellites);
  if (edits.ground !== undefined) push(overrides, entries.flatMap(({ layer, path }) => (layer.kind === 'ground' ? [{ path, count: layer.magazine_count }] : [])), edits.ground);
  return overrides;
}

/** One class from one place, written in the scenario itself: the raids whose number, class and origin a sentence can hold. */
export function hasSlots({ attacks }: Pick<Plan, 'attacks'>): boolean {
  const [first] = attacks;
  return first !== undefined && attacks.every(({ key, threat, origin }) => /^raid\[\d+\]$/.test(key) && threat.name === first.threat.name && origin.name === first.origin.name);
}

/** Splits a total over entries in proportion to what they had, largest remainders first. */
export function splitCount(total: number, parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole <= 0) return parts.map((_, i) => (i === 0 ? total : 0));
  const exact = parts.map((part) => (total * part) / whole);
  const counts = exact.map(Math.floor);
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  const order = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    counts[i] = (counts[i] ?? 0) + 1;
    left--;
  }
  return counts;
}

function push(overrides: string[], entries: readonly { path: string; count: number }[], total: number): void {
  if (entries.reduce((sum, entry) => sum + entry.count, 0) === total) return;
  splitCount(total, entries.map((entry) => entry.count)).forEach((count, i) => {
    const entry = entries[i];
    if (entry !== undefined) overrides.push(`${entry.path}=${count}`);
  });
}
