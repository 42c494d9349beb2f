/**
 * The border of a region that is known only by asking at points: a square grid is asked, and where two neighbours disagree the
 * border between them is found by halving. The borders of a grid's squares join to rings with the inside on their left
 * (marching squares; where two opposite corners of a square lie inside they count as apart). Lengths are in the caller's plane.
 */
export interface Outline {
  /** Closed rings of x, y in turn, without repeating the first point; inside on the left. */
  readonly rings: readonly Float64Array[];
  /** True where the region goes on beyond the grid and was cut there. */
  readonly isCut: boolean;
  /** Points asked. */
  readonly asked: number;
}

const HALVINGS = 6;
/** Edges of a square that a border enters and leaves, by which corners lie inside: bits 1, 2, 4, 8 from the lower left on, against the clock. */
const SEGMENTS: readonly (readonly (readonly [number, number])[])[] = [
  [], [[0, 3]], [[1, 0]], [[1, 3]], [[2, 1]], [[0, 3], [2, 1]], [[2, 0]], [[2, 3]], [[3, 2]], [[0, 2]], [[1, 0], [3, 2]], [[1, 2]], [[3, 1]], [[0, 1]], [[3, 0]], [],
];

/** `cells` squares from the middle to each side, `radius` long together. */
export function traceOutline(isInside: (x: number, y: number) => boolean, radius: number, cells: number): Outline {
  const step = radius / cells, side = 2 * cells + 1, wide = side + 2;
  // One more row of points around, which counts as outside: a region that leaves the grid is closed along its edge.
  const inside = new Uint8Array(wide * wide);
  let asked = 0, isCut = false;
  const at = (i: number): number => (i - 1 - cells) * step;
  for (let row = 1; row <= side; row++) {
    for (let column = 1; column <= side; column++) {
      asked++;
      if (!isInside(at(column), at(row))) continue;
      inside[row * wide + column] = 1;
      if (row === 1 || column === 1 || row === side || column === side) isCut = true;
    }
  }
  const point = (edge: number): readonly [number, number] => {
    const node = edge >> 1, row = Math.floor(node / wide), column = node % wide, isUpward = (edge & 1) === 1;
    const other = isUpward ? node + wide : node + 1;
    let from = inside[node] === 1 ? 0 : 1, to = 1 - from;
    const isOnGrid = row >= 1 && column >= 1 && (isUpward ? row < side && column <= side : column < side && row <= side);
    for (let i = 0; i < HALVINGS && isOnGrid; i++) {
      const middle = 0.5 * (from + to);
      asked++;
      if (isInside(at(column) + (isUpward ? 0 : middle * step), at(row) + (isUpward ? middle * step : 0))) from = middle;
      else to = middle;
    }
    // At the edge of the grid the border is the last point that was asked.
    const share = isOnGrid ? 0.5 * (from + to) : inside[node] === 1 ? 0 : inside[other] === 1 ? 1 : 0.5;
    return [at(column) + (isUpward ? 0 : share * step), at(row) + (isUpward ? share * step : 0)];
  };
  return { rings: joinSegments(inside, wide).map((ring) => Float64Array.from(ring.flatMap(point))), isCut, asked };
}

/** Rings of edges; edge `2·node` runs from a node to the right, `2·node + 1` upwards. */
function joinSegments(inside: Uint8Array, wide: number): number[][] {
  const next = new Map<number, number>();
  for (let row = 0; row < wide - 1; row++) {
    for (let column = 0; column < wide - 1; column++) {
      const node = row * wide + column, edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + wide), 2 * node + 1];
      const corners = inside[node] + 2 * inside[node + 1] + 4 * inside[node + wide + 1] + 8 * inside[node + wide];
      for (const [from, to] of SEGMENTS[corners]) next.set(edges[from], edges[to]);
    }
  }
  const rings: number[][] = [];
  while (next.size > 0) {
    const [start] = next.keys(), ring: number[] = [];
    for (let edge: number | undefined = start; edge !== undefined && next.has(edge); ) {
      ring.push(edge);
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      edge = following;
    }
    rings.push(ring);
  }
  return rings;
}
