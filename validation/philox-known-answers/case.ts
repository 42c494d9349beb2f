/** The random generator against its authors' known answers, word for word. Reasons and sources: case.md. */
import { philox } from '../../src/kernel/random.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'philox-known-answers';
const WORDS = [0, 1, 2, 3] as const;

type Generator = typeof philox;

function compare(generator: Generator): ValidationResult {
  const reference = readReference(ID);
  const answer = new Uint32Array(4);
  return judge(reference.map((row) => {
    const word = (column: string): number => Number.parseInt(reference.text(row, column), 16);
    generator(word('c0'), word('c1'), word('c2'), word('c3'), word('k0'), word('k1'), answer);
    return WORDS.map((i) => ({
      quantity: `${reference.text(row, 'name')}, word ${i}`,
      unit: '',
      expected: word(`a${i}`),
      got: answer[i] ?? NaN,
      absolute: 0,
    }));
  }).flat());
}

/** The algorithm once more with whole 64-bit products, so that the number of rounds can be got wrong on purpose. */
function withRounds(rounds: number): Generator {
  return (c0, c1, c2, c3, k0, k1, out) => {
    let counter = [c0, c1, c2, c3].map((word) => BigInt(word >>> 0));
    for (let round = 0n; round < rounds; round++) {
      const [a = 0n, b = 0n, c = 0n, d = 0n] = counter;
      const first = 0xd2511f53n * a;
      const second = 0xcd9e8d57n * c;
      const key0 = BigInt.asUintN(32, BigInt(k0 >>> 0) + round * 0x9e3779b9n);
      const key1 = BigInt.asUintN(32, BigInt(k1 >>> 0) + round * 0xbb67ae85n);
      counter = [(second >> 32n) ^ b ^ key0, BigInt.asUintN(32, second), (first >> 32n) ^ d ^ key1, BigInt.asUintN(32, first)];
    }
    counter.forEach((word, i) => {
      out[i] = Number(word);
    });
  };
}

export const philoxKnownAnswers: ValidationCase = {
  id: ID,
  title: 'Random numbers',
  source: 'Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11, 2011; Random123 known answers',
  mark: 'reproduced',
  tolerance: 'exact',
  run: () => compare(philox),
  mistakes: [
    { name: 'nine rounds', run: () => compare(withRounds(9)) },
    { name: 'key words swapped', run: () => compare((c0, c1, c2, c3, k0, k1, out) => philox(c0, c1, c2, c3, k1, k0, out)) },
    { name: 'counter words reversed', run: () => compare((c0, c1, c2, c3, k0, k1, out) => philox(c3, c2, c1, c0, k0, k1, out)) },
  ],
};
