/**
 * The smallest change that works, when nothing says that a larger one works too: some size that works is looked for from
 * the largest down; it is halved while half still works; then the edge between half and whole is closed in on. What comes
 * out works and half of it does not, whatever the function between them does.
 */

export interface SizeSearch {
  /** Largest size allowed; sizes run from 0, which does not work. */
  readonly most: number;
  /** Only whole sizes; half of an odd one is rounded down. */
  readonly isWhole: boolean;
  /** How many sizes are looked at from the largest down, each half of the one before. */
  readonly probes: number;
}

/** Whole sizes up to here are all tried, from the smallest. */
const FEW = 4;
/** The edge is closed in on to this share of the size. */
const CLOSE_ENOUGH = 1e-3;
/** Digits to which a size that need not be whole is rounded up, where the rounded one does as well. */
const DIGITS = 3, LEAST_DIGITS = 100, MOST_DIGITS = 1000;
/** So many halvings end at rounding; a size as small as that differs from nothing by luck alone. */
const MOST_HALVINGS = 40;

export function halfOf(size: number, isWhole: boolean): number {
  return isWhole ? Math.floor(size / 2) : size / 2;
}

/** Null when no size that was looked at works. */
export function smallestSize(works: (size: number) => boolean, { most, isWhole, probes }: SizeSearch): number | null {
  const known = new Map<number, boolean>([[0, false]]);
  const doesWork = (size: number): boolean => {
    const before = known.get(size);
    if (before !== undefined) return before;
    const answer = works(size);
    known.set(size, answer);
    return answer;
  };
  if (isWhole) for (let size = 1; size <= Math.min(FEW, most); size++) if (doesWork(size)) return size;
  let size = isWhole ? Math.floor(most) : most;
  for (let probe = 1; probe < probes && size > 0 && !doesWork(size); probe++) size = halfOf(size, isWhole);
  if (size <= 0 || !doesWork(size)) return null;
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings++) {
    const half = halfOf(size, isWhole);
    if (doesWork(half)) {
      size = half;
      continue;
    }
    const edge = closeIn(doesWork, half, size, isWhole);
    if (!doesWork(halfOf(edge, isWhole))) return isWhole ? edge : roundedUp(doesWork, edge, most);
    size = halfOf(edge, isWhole);
  }
  return null;
}

/** Least size that works between one that does not and one that does. */
function closeIn(works: (size: number) => boolean, below: number, above: number, isWhole: boolean): number {
  let low = below, high = above;
  while (isWhole ? high - low > 1 : high - low > CLOSE_ENOUGH * high) {
    const middle = isWhole ? Math.floor((low + high) / 2) : (low + high) / 2;
    if (works(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The same to three digits, so that it can be said and typed, if that works and half of it does not. */
function roundedUp(works: (size: number) => boolean, size: number, most: number): number {
  let unit = 1;
  while (size / unit >= MOST_DIGITS) unit *= 10;
  while (size / unit < LEAST_DIGITS) unit /= 10;
  const rounded = Number((Math.ceil(size / unit - 1e-9) * unit).toPrecision(DIGITS + 1));
  return rounded <= most && works(rounded) && !works(rounded / 2) ? rounded : size;
}
