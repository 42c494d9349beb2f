/**
 * The queue of instants of one run: a binary heap ordered by (time, kind, first entity, second entity).
 * The order is total, so the same instants come out in the same order however they were put in.
 */

/** Kinds in the order in which they happen at one moment: the world moves, then people learn, then they decide. */
export const INSTANT = { launch: 0, failure: 1, burnout: 2, intercept: 3, sighting: 4, report: 5, message: 6, assessment: 7, release: 8, decision: 9, impact: 10, handOver: 11 } as const;

export interface Instants {
  /** Takes everything out. */
  clear(): void;
  push(t_s: number, kind: number, a: number, b: number): void;
  /** Whether the earliest instant is of this time and kind. */
  isNext(t_s: number, kind: number): boolean;
  /** Moves the earliest instant to `t_s`, `kind`, `a`, `b`; false when there is none. */
  pop(): boolean;
  t_s: number;
  kind: number;
  a: number;
  b: number;
}

export function createInstants(): Instants {
  let capacity = 1024, count = 0;
  let times = new Float64Array(capacity), keys = new Int32Array(capacity * 3);

  const isBefore = (i: number, j: number): boolean => {
    if (times[i] !== times[j]) return times[i] < times[j];
    for (let k = 0; k < 3; k++) if (keys[3 * i + k] !== keys[3 * j + k]) return keys[3 * i + k] < keys[3 * j + k];
    return false;
  };
  const swap = (i: number, j: number): void => {
    const t = times[i];
    times[i] = times[j];
    times[j] = t;
    for (let k = 0; k < 3; k++) {
      const key = keys[3 * i + k];
      keys[3 * i + k] = keys[3 * j + k];
      keys[3 * j + k] = key;
    }
  };
  const grow = (): void => {
    capacity *= 2;
    const moreTimes = new Float64Array(capacity), moreKeys = new Int32Array(capacity * 3);
    moreTimes.set(times);
    moreKeys.set(keys);
    times = moreTimes;
    keys = moreKeys;
  };

  return {
    t_s: 0, kind: 0, a: 0, b: 0,
    clear() {
      count = 0;
    },
    push(t_s, kind, a, b) {
      if (count === capacity) grow();
      let i = count++;
      times[i] = t_s;
      keys[3 * i] = kind;
      keys[3 * i + 1] = a;
      keys[3 * i + 2] = b;
      while (i > 0) {
        const parent = (i - 1) >> 1;
        if (!isBefore(i, parent)) break;
        swap(i, parent);
        i = parent;
      }
    },
    isNext(t_s, kind) {
      return count > 0 && times[0] === t_s && keys[0] === kind;
    },
    pop() {
      if (count === 0) return false;
      this.t_s = times[0];
      this.kind = keys[0];
      this.a = keys[1];
      this.b = keys[2];
      count--;
      swap(0, count);
      for (let i = 0; ; ) {
        let least = i;
        const left = 2 * i + 1, right = left + 1;
        if (left < count && isBefore(left, least)) least = left;
        if (right < count && isBefore(right, least)) least = right;
        if (least === i) return true;
        swap(i, least);
        i = least;
      }
    },
  };
}
