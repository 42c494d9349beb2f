/**
 * Times contestants in turn, round after round, so that a machine that slows down slows all of them. The first round
 * warms up and is not counted. Each contestant says how many units of work it did.
 */
export interface Contestant {
  readonly name: string;
  /** Does some work and gives its amount; about a second's worth is enough. */
  work(): number | Promise<number>;
}

export interface Rate {
  readonly name: string;
  /** Units of work per second: median, lowest and highest over the rounds. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export async function roundRobin(contestants: readonly Contestant[], rounds: number): Promise<Rate[]> {
  const rates = contestants.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const started = performance.now();
      const amount = await contestant.work();
      const rate = (amount * 1000) / (performance.now() - started);
      if (round > 0) rates[index]?.push(rate);
    }
  }
  return contestants.map(({ name }, index) => {
    const sorted = (rates[index] ?? []).sort((a, b) => a - b);
    return { name, median: sorted[Math.floor(sorted.length / 2)] ?? NaN, low: sorted[0] ?? NaN, high: sorted.at(-1) ?? NaN };
  });
}
