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

/** Corners in the order of `places`, the first ones first served; null for one that has no room, and for one that is not seen. */
export function placeLabels(places: readonly (Labelled | null)[]): (Corner | null)[] {
  const taken: { readonly left: number; readonly top: number; readonly right: number }[] = [];
  return places.map((place) => {
    if (place === null) return null;
    const { x, y, width } = place;
    const corners: readonly Corner[] = [
      { left: x - width / 2, top: y + GAP_PX }, { left: x + GAP_PX + 3, top: y - HEIGHT_PX / 2 },
      { left: x - width - GAP_PX - 3, top: y - HEIGHT_PX / 2 }, { left: x - width / 2, top: y - GAP_PX - HEIGHT_PX },
    ];
    const free = corners.find(({ left, top }) => taken.every((other) => left > other.right + APART_PX || left + width + APART_PX < other.left || Math.abs(top - other.top) >= HEIGHT_PX)) ?? null;
    if (free !== null) taken.push({ ...free, right: free.left + width });
    return free;
  });
}
