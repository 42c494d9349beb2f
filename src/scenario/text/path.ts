/** Paths inside a scenario, as in `interceptors[0].commonMode[1].value`: problems, overrides and cards all use this form. */

export type Segment = string | number;

/** Keys that a path can name: letters, digits, `_` and `-`. */
const STEP = /^(?:\.?([A-Za-z][A-Za-z0-9_-]*)|\[(\d{1,6})\])/;

/** The segments of a path, or undefined when it is not one. */
export function parsePath(text: string): Segment[] | undefined {
  const segments: Segment[] = [];
  let rest = text;
  while (rest.length > 0) {
    const step = STEP.exec(rest);
    if (step === null) return undefined;
    const isFirst = segments.length === 0;
    // A leading dot, and a key that follows a bracket without a dot, are slips worth telling.
    if (step[1] !== undefined && rest.startsWith('.') === isFirst) return undefined;
    segments.push(step[1] ?? Number(step[2]));
    rest = rest.slice(step[0].length);
  }
  return segments.length === 0 || typeof segments[0] === 'number' ? undefined : segments;
}

export function printPath(segments: readonly Segment[]): string {
  return segments.map((segment, index) => (typeof segment === 'number' ? `[${segment}]` : index === 0 ? segment : `.${segment}`)).join('');
}

/** True when `path` is `ancestor` or lies inside it. */
export function isWithin(path: readonly Segment[], ancestor: readonly Segment[]): boolean {
  return ancestor.length <= path.length && ancestor.every((segment, index) => segment === path[index]);
}

/** The value at a path, or undefined when there is none. */
export function valueAt(value: unknown, segments: readonly Segment[]): unknown {
  let here = value;
  for (const segment of segments) {
    if (Array.isArray(here)) here = typeof segment === 'number' ? here[segment] : undefined;
    else if (isMapping(here)) here = Object.hasOwn(here, segment) ? here[segment] : undefined;
    else return undefined;
  }
  return here;
}

/** A YAML or JSON mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
