/** Where names of places stand without overlapping: below their place, else beside or above it, else left out until there is room. */

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Upper left corner of a label. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

const HEIGHT_PX = 15, GAP_PX = 5, APART_PX = 6;
/** Labels keep their distance to each other, not to the sign beside them. */
const SIGN_PX = { across: 2, high: 10 };

/**
 * Corners in the order of `places`, the first ones first served; null for one that has no room, and for one that is not seen.
 * `signs`: middles of drawn signs, which no label may cover.
 */
export function placeLabels(places: readonly (Labelled | null)[], signs: readonly (readonly [x: number, y: number])[] = []): (Corner | null)[] {
  const taken = signs.map(([x, y]) => ({ left: x - SIGN_PX.across / 2, right: x + SIGN_PX.across / 2, top: y - SIGN_PX.high / 2, bottom: y + SIGN_PX.high / 2 }));
  return places.map((place) => {
    if (place === null) return null;
    const { x, y, width } = place;
    const corners: readonly Corner[] = [
      { left: x - width / 2, top: y + GAP_PX }, { left: x + GAP_PX + 3, top: y - HEIGHT_PX / 2 },
      { left: x - width - GAP_PX - 3, top: y - HEIGHT_PX / 2 }, { left: x - width / 2, top: y - GAP_PX - HEIGHT_PX },
    ];
    const free = corners.find(({ left, top }) => taken.every((other) => left > other.right + APART_PX || left + width + APART_PX < other.left || top >= other.bottom || top + HEIGHT_PX <= other.top)) ?? null;
    if (free !== null) taken.push({ ...free, right: free.left + width, bottom: free.top + HEIGHT_PX });
    return free;
  });
}
