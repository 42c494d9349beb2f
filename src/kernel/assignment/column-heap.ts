/**
 * The columns that a search for a chain of exchanges has reached, nearest first: a binary heap that knows where each
 * column stands, so that a shorter way found later moves it up. Settled columns stay known until the next `clear`,
 * which costs no more than what was reached.
 */
export interface ColumnHeap {
  clear(): void;
  isEmpty(): boolean;
  /** Distance of the nearest column. */
  least(): number;
  /** Removes the nearest column and returns it. */
  take(): number;
  /** Notes a way of this length to a column; false if it is settled or a way as short is known. */
  offer(column: number, distance: number): boolean;
}

const UNSEEN = -1, SETTLED = -2;

export function createColumnHeap(mostColumns_count: number): ColumnHeap {
  const heap = new Int32Array(mostColumns_count), key = new Float64Array(mostColumns_count), reached = new Int32Array(mostColumns_count);
  const place = new Int32Array(mostColumns_count).fill(UNSEEN);
  let count = 0, reached_count = 0;

  function rise(from: number, column: number, distance: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (key[above] <= distance) break;
      key[at] = key[above];
      heap[at] = heap[above];
      place[heap[at]] = at;
      at = above;
    }
    key[at] = distance;
    heap[at] = column;
    place[column] = at;
  }

  return {
    clear() {
      for (let k = 0; k < reached_count; k++) place[reached[k]] = UNSEEN;
      count = reached_count = 0;
    },
    isEmpty: () => count === 0,
    least: () => key[0],
    take() {
      const nearest = heap[0];
      place[nearest] = SETTLED;
      const column = heap[--count], distance = key[count];
      if (count === 0) return nearest;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= count) break;
        if (below + 1 < count && key[below + 1] < key[below]) below++;
        if (key[below] >= distance) break;
        key[at] = key[below];
        heap[at] = heap[below];
        place[heap[at]] = at;
        at = below;
      }
      key[at] = distance;
      heap[at] = column;
      place[column] = at;
      return nearest;
    },
    offer(column, distance) {
      const at = place[column];
      if (at === SETTLED || (at >= 0 && key[at] <= distance)) return false;
      if (at === UNSEEN) reached[reached_count++] = column;
      rise(at === UNSEEN ? count++ : at, column, distance);
      return true;
    },
  };
}
