/** Numbers of two answers to one question, leaf by leaf: which are other than they were. */
import { isMapping } from '../../scenario/text/path.js';

export interface NumberChange {
  /** Where it stands in the answer, as in `leakage.mean` or `layers[GBI].intercepted`. */
  readonly path: string;
  /** Null where the answer did not have it. */
  readonly packed: number | string | null;
  readonly now: number | string | null;
}

/** What says who made the answer, or lists its inputs; those are compared by themselves. */
const NOT_RESULTS: ReadonlySet<string> = new Set(['provenance', 'runId', 'planHash', 'recordHash', 'work', 'assumed', 'warnings', 'title', 'sentence', 'runs', 'seed']);

/** Answers as JSON has them; infinite numbers are null there. */
export function numberChanges(packed: unknown, now: unknown): NumberChange[] {
  const before = leaves(packed), after = leaves(now);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): NumberChange[] => {
    const a = before.get(path) ?? null, b = after.get(path) ?? null;
    return a === b ? [] : [{ path, packed: a, now: b }];
  });
}

function leaves(value: unknown): Map<string, number | string> {
  const found = new Map<string, number | string>();
  const visit = (at: unknown, path: string): void => {
    if (typeof at === 'number' || typeof at === 'string') found.set(path, at);
    else if (Array.isArray(at)) at.forEach((entry: unknown, index) => visit(entry, `${path}[${nameOf(entry) ?? index}]`));
    else if (isMapping(at)) for (const [key, entry] of Object.entries(at)) if (path !== '' || !NOT_RESULTS.has(key)) visit(entry, path === '' ? key : `${path}.${key}`);
  };
  visit(value, '');
  return found;
}

/** A layer is known by its name, whatever place it has in the list. */
function nameOf(entry: unknown): string | undefined {
  const name = isMapping(entry) ? entry['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}
