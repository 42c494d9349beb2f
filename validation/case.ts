/**
 * A validation case: published numbers, our numbers, and how far apart they may be.
 * Each case also lists mistakes that somebody could plausibly make; the test applies them and asserts that the case
 * would then fail, so that a tolerance can never be wide enough to hide one.
 */

/** How a published figure is met: from first principles, after fitting to it, as plain arithmetic, or not at all. */
export type Mark = 'reproduced' | 'calibrated' | 'arithmetic' | 'not-reproducible';

export interface ValidationRow {
  /** What and where: "density at 11 km". */
  readonly quantity: string;
  /** SI or the source's unit; '' for ratios and words. */
  readonly unit: string;
  readonly expected: number;
  readonly got: number;
  /** In the sense of the case's tolerance: relative to `expected`, or absolute in `unit`. Never negative. */
  readonly error: number;
  readonly tolerance: number;
  readonly pass: boolean;
}

/** A published number beside ours without a verdict: it is unsure itself, or stands for something simpler. */
export interface ToldRow {
  readonly quantity: string;
  readonly unit: string;
  readonly published: number;
  readonly got: number;
  /** Why it is not judged. */
  readonly why: string;
}

export interface ValidationResult {
  readonly rows: readonly ValidationRow[];
  /** Numbers that count neither as met nor as missed; none when left out. */
  readonly told?: readonly ToldRow[];
  /** Errors as shares of their tolerances, since rows differ in unit: upper quartile, 99th percentile, largest. */
  readonly q75: number;
  readonly q99: number;
  readonly max: number;
  readonly pass: boolean;
}

export interface PlausibleMistake {
  readonly name: string;
  /** The case with the mistake made; must not pass. */
  run(): ValidationResult;
}

export interface ValidationCase {
  /** Name of the case's folder. */
  readonly id: string;
  readonly title: string;
  /** One citation. */
  readonly source: string;
  readonly mark: Mark;
  /** In words; the reason stands in case.md. */
  readonly tolerance: string;
  run(): ValidationResult;
  readonly mistakes: readonly PlausibleMistake[];
}
