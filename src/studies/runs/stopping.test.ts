import { describe, expect, it } from 'vitest';
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { Luck } from '../../kernel/random.js';
import { meanInterval } from '../../kernel/statistics/statistics.js';
import { createRunningMedian } from './running-median.js';
import { stoppingRule } from './stopping.js';

const LAUNCHED = 10, KILL = 0.7;

/** Missiles that get through in one attack: each is missed by itself, and with chance `shared` the whole layer fails. */
function leaked(luck: Luck, run: number, shared: number): number {
  if (luck.uniform(6, run, 0, 0, 0) < shared) return LAUNCHED;
  let count = 0;
  for (let m = 0; m < LAUNCHED; m++) if (luck.uniform(5, run, m, 0, 0) >= KILL) count++;
  return count;
}

const truth = (shared: number): number => shared + (1 - shared) * (1 - KILL);
const VALUES = Array.from({ length: LAUNCHED + 1 }, (_, k) => k / LAUNCHED);

interface Ending {
  readonly runs: number;
  readonly covers: boolean;
  readonly width: number;
  /** Width of Student's interval for as many runs, fixed beforehand. */
  readonly fixed: number;
}

function study(seed: number, shared: number, most: number, width?: number): Ending {
  const luck = new Luck(seed), rule = stoppingRule(most, width), counts = new Float64Array(LAUNCHED + 1);
  let run = 0, sum = 0, squares = 0;
  for (const look of rule.looks) {
    for (; run < look; run++) {
      const count = leaked(luck, run, shared);
      counts[count]!++;
      sum += count / LAUNCHED;
      squares += (count / LAUNCHED) ** 2;
    }
    const interval = boundedMeanInterval(VALUES, counts, rule.confidence);
    if (look < most && !rule.isEnough(interval)) continue;
    const student = meanInterval(run, sum, squares);
    return { runs: run, covers: interval.low <= truth(shared) && truth(shared) <= interval.high, width: interval.high - interval.low, fixed: student.high - student.low };
  }
  throw new Error('the last look ends a study');
}

const REPETITIONS = 1000;
/** 95 % less twice the Monte Carlo error of a share over the repetitions. */
const LEAST_COVERED = 0.95 - 2 * Math.sqrt((0.95 * 0.05) / REPETITIONS);

function repeat(shared: number, most: number, width?: number): { covered: number; widest: number; runs: Set<number> } {
  let covered = 0, widest = 0;
  const runs = new Set<number>();
  for (let seed = 1; seed <= REPETITIONS; seed++) {
    const ending = study(seed, shared, most, width);
    if (ending.covers) covered++;
    if (ending.fixed > 0) widest += ending.width / ending.fixed / REPETITIONS;
    runs.add(ending.runs);
  }
  return { covered: covered / REPETITIONS, widest, runs };
}

describe('intervals of a study with failures that all shots share', () => {
  it.each([
    ['1 attack in 20, 200 runs', 0.05, 200],
    ['1 attack in 20, 800 runs', 0.05, 800],
    ['1 attack in 100, 200 runs', 0.01, 200],
    ['1 attack in 3, 200 runs', 1 / 3, 200],
    ['none shared, 200 runs', 0, 200],
  ])('cover the truth: %s', (_, shared, runs) => {
    const { covered, widest } = repeat(shared, runs);
    expect(covered).toBeGreaterThanOrEqual(LEAST_COVERED);
    expect(widest).toBeLessThan(2);
  });

  it('cover the truth where Student does not: a shared failure in 1 attack of 100', () => {
    let student = 0;
    for (let seed = 1; seed <= REPETITIONS; seed++) {
      const luck = new Luck(seed);
      let sum = 0, squares = 0;
      for (let run = 0; run < 200; run++) {
        const share = luck.uniform(6, run, 0, 0, 0) < 0.01 ? 1 : 0;
        sum += share;
        squares += share;
      }
      const { low, high } = meanInterval(200, sum, squares);
      if (low <= 0.01 && 0.01 <= high) student++;
    }
    // The test above can fail: an interval by normal theory would not pass it.
    expect(student / REPETITIONS).toBeLessThan(LEAST_COVERED);
  });

  it.each([
    ['1 attack in 20', 0.05, 0.05],
    ['1 attack in 100', 0.01, 0.04],
  ])('cover the truth when the study stops itself: %s', (_, shared, width) => {
    const { covered, widest, runs } = repeat(shared, 3200, width);
    expect(covered).toBeGreaterThanOrEqual(LEAST_COVERED);
    expect(widest).toBeLessThan(2);
    // Studies stopped at different looks, so the rule was at work.
    expect(runs.size).toBeGreaterThan(1);
  });
});

describe('stopping rule', () => {
  it('looks once without a width, and shares the chance of error among its looks with one', () => {
    expect(stoppingRule(5000)).toMatchObject({ looks: [5000], confidence: 0.95 });
    const rule = stoppingRule(2000, 0.1);
    expect(rule.looks).toEqual([200, 400, 800, 1600, 2000]);
    expect(rule.confidence).toBeCloseTo(0.99, 12);
    expect(rule.isEnough({ low: 0.2, high: 0.3 })).toBe(true);
    expect(rule.isEnough({ low: 0.2, high: 0.31 })).toBe(false);
  });
});

describe('running median', () => {
  it('is exact for some thousands and off by half a bin at most beyond', () => {
    const luck = new Luck(8), values = Array.from({ length: 20_001 }, (_, i) => 40 + 30 * luck.uniform(1, i, 0, 0, 0));
    const few = createRunningMedian(), many = createRunningMedian();
    values.slice(0, 1001).forEach((value) => few.add(value));
    values.forEach((value) => many.add(value));
    const middle = (list: number[]): number => [...list].sort((a, b) => a - b)[(list.length - 1) / 2]!;
    expect(few.median_s()).toBe(middle(values.slice(0, 1001)));
    expect(Math.abs(many.median_s() - middle(values))).toBeLessThanOrEqual(1 / 128);
  });
  it('is infinite when most never happen', () => {
    const never = createRunningMedian();
    for (let i = 0; i < 20_000; i++) never.add(i % 3 === 0 ? 5 : Infinity);
    expect(never.median_s()).toBe(Infinity);
    expect(createRunningMedian().median_s()).toBeNaN();
  });
});
