/**
 * What a benchmark gives: our rate beside that of a peer run at the same time on the same machine. Where the peer is
 * not installed there is no ratio; a rate recorded on another machine may be named in the notes, never divided by.
 */
export interface BenchmarkResult {
  /** As in the list of targets: G4, G9. */
  readonly id: string;
  readonly title: string;
  /** Medians over the rounds, in `unit`. More is better. */
  readonly ours: number;
  readonly peer: number | null;
  /** Ours over the peer's, or null where no peer ran. */
  readonly ratio: number | null;
  readonly unit: string;
  readonly rounds: number;
  /** What was compared with what, how equal the answers were, what is recorded from elsewhere. */
  readonly notes: string;
}

export interface Benchmark {
  readonly id: string;
  readonly title: string;
  run(): Promise<BenchmarkResult>;
}
