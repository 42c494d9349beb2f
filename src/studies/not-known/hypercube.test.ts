import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Luck } from '../../kernel/random.js';
import { FIRST_BAND, stratifiedShares } from './hypercube.js';

/** How many draws fall into each of `strata` equal parts of the range. */
function counts(shares: Float64Array, strata: number): number[] {
  const found = new Array<number>(strata).fill(0);
  for (const share of shares) found[Math.floor(share * strata)]!++;
  return found;
}

describe('Latin hypercube', () => {
  it('puts one draw into each stratum, for any number of draws', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.string(), (draws, seed, name) => {
      expect(counts(stratifiedShares(new Luck(seed), name, draws), draws)).toEqual(new Array(draws).fill(1));
    }));
  });

  it('is a hypercube after every 16 draws, too', () => {
    const shares = stratifiedShares(new Luck(1), 'threats/a#payload_kg', 64);
    for (let from = 0; from < 64; from += FIRST_BAND) expect(counts(shares.slice(from, from + FIRST_BAND), FIRST_BAND)).toEqual(new Array(FIRST_BAND).fill(1));
  });

  it('gives an input the same draws whoever else is drawn, and each input draws of its own', () => {
    const luck = new Luck(7), alone = stratifiedShares(luck, 'a#x', 32);
    const others = ['b#x', 'c#x', 'd#x'].map((name) => stratifiedShares(luck, name, 32));
    expect(stratifiedShares(luck, 'a#x', 32)).toEqual(alone);
    for (const other of others) expect(other).not.toEqual(alone);
    expect(stratifiedShares(new Luck(8), 'a#x', 32)).not.toEqual(alone);
  });

  it('draws inputs independently: mean correlation of pairs is nought', () => {
    const luck = new Luck(3), draws = 64, inputs = Array.from({ length: 40 }, (_, i) => stratifiedShares(luck, `card${i}`, draws));
    let sum = 0, squares = 0, pairs = 0;
    for (let i = 0; i < inputs.length; i++) for (let j = 0; j < i; j++, pairs++) {
      const r = inputs[i]!.reduce((total, x, k) => total + (x - 0.5) * (inputs[j]![k]! - 0.5), 0) / (draws / 12);
      sum += r;
      squares += r * r;
    }
    // Of 780 independent pairs the mean has a standard error of 1/√(64·780) = 0.0045, the mean square is 1/63 give or take 5 %.
    expect(Math.abs(sum / pairs)).toBeLessThan(0.018);
    expect(squares / pairs).toBeGreaterThan(0.7 / 63);
    expect(squares / pairs).toBeLessThan(1.3 / 63);
  });
});
