/**
 * Chance that a radar sees a target in one look: N pulses added without their phase behind a square-law detector, the threshold set
 * for a chance of false alarm. Targets as Swerling sorted them: 0 steady (Marcum), 1 and 3 constant over a look, 2 and 4 changing
 * from pulse to pulse; 1 and 2 many equal scatterers, 3 and 4 one large one.
 *
 * A steady target makes the sum of pulses a Poisson mixture of gamma variables; one that fluctuates with shape K turns the Poisson
 * weights into negative binomial ones: K = 1, N, 2, 2N for cases 1 to 4. All five are one series of positive terms, exact to rounding.
 * Marcum 1947 and Swerling 1954, IRE Transactions IT-6 (1960), nos 2; Albersheim, Proceedings of the IEEE 69 (1981), page 839.
 */
import { fromDecibels, toDecibels_dB } from '../../kernel/decibel.js';
import { invariant } from '../../kernel/invariant.js';
import { exp, log, pow } from '../../kernel/maths.js';
import { findRoot } from '../../kernel/roots.js';

export type Swerling = 0 | 1 | 2 | 3 | 4;

/** More would leave the range of floating point in the first weight. */
const MAX_PULSES = 1000;
/** Far beyond any signal: 10^12, 120 dB. */
const MAX_LN_SNR = 27.7;

/** Chance of detection in one look; `snr` is one pulse's mean ratio of powers, not in decibels. */
export function detection_prob(swerling: Swerling, snr: number, falseAlarm_prob: number, pulses = 1): number {
  return aboveThreshold_prob(swerling, snr, falseAlarm_prob, pulses, detectionThreshold(falseAlarm_prob, pulses));
}

/** Ratio of powers of one pulse that gives a chance of detection; `detection_prob` must exceed `falseAlarm_prob`. */
export function snrNeeded(swerling: Swerling, wanted_prob: number, falseAlarm_prob: number, pulses = 1): number {
  invariant(wanted_prob > falseAlarm_prob && wanted_prob < 1, `detection: no signal gives a chance of ${wanted_prob} at ${falseAlarm_prob} false alarms`);
  const threshold = detectionThreshold(falseAlarm_prob, pulses);
  const excess = (lnSnr: number): number => aboveThreshold_prob(swerling, exp(lnSnr), falseAlarm_prob, pulses, threshold) - wanted_prob;
  return exp(findRoot(excess, -MAX_LN_SNR, MAX_LN_SNR, 1e-13, 200));
}

/**
 * Signal to noise of one pulse in dB for a steady target by Albersheim's fit: within 0.3 dB of the exact one for chances of 0.3 to 0.9
 * and false alarms of 1e-7 to 1e-3, but up to 4 dB too low at 0.1. One pulse has a form of its own, 0.02 dB above that for many.
 */
export function albersheim_dB(wanted_prob: number, falseAlarm_prob: number, pulses = 1): number {
  const a = log(0.62 / falseAlarm_prob);
  const b = log(wanted_prob / (1 - wanted_prob));
  const single_dB = toDecibels_dB(a + 0.12 * a * b + 1.7 * b);
  if (pulses === 1) return single_dB;
  return -0.5 * toDecibels_dB(pulses) + ((6.2 + 4.54 / Math.sqrt(pulses + 0.44)) / 10) * single_dB;
}

/** The same as a ratio of powers. */
export function albersheimSnr(wanted_prob: number, falseAlarm_prob: number, pulses = 1): number {
  return fromDecibels(albersheim_dB(wanted_prob, falseAlarm_prob, pulses));
}

/** Threshold on the sum of N pulses, in units of the mean noise power of one: noise alone exceeds it with `falseAlarm_prob`. */
export function detectionThreshold(falseAlarm_prob: number, pulses: number): number {
  invariant(falseAlarm_prob > 0 && falseAlarm_prob <= 0.5, `detection: false alarms must be above 0 and at most 0.5, not ${falseAlarm_prob}`);
  invariant(Number.isInteger(pulses) && pulses >= 1 && pulses <= MAX_PULSES, `detection: 1 to ${MAX_PULSES} pulses, not ${pulses}`);
  const rarity = -log(falseAlarm_prob);
  if (pulses === 1) return rarity;
  // Upper end: Laurent and Massart, Annals of Statistics 28 (2000), lemma 1.
  return findRoot((threshold) => log(noiseAbove_prob(threshold, pulses)) + rarity, pulses - 1, pulses + Math.sqrt(2 * pulses * rarity) + rarity + 1, 1e-12, 200);
}

/** Chance that the noise of N pulses alone exceeds a threshold of at least N − 1: e^−V Σ V^k/k! over k below N. */
function noiseAbove_prob(threshold: number, pulses: number): number {
  let term = 1, sum = 1;
  for (let k = pulses - 1; k >= 1 && term > 1e-18 * sum; k--) {
    term *= k / threshold;
    sum += term;
  }
  return poisson_prob(pulses - 1, threshold) * sum;
}

function aboveThreshold_prob(swerling: Swerling, snr: number, falseAlarm_prob: number, pulses: number, threshold: number): number {
  const mean = pulses * snr;
  const shape = SHAPES[swerling](pulses);
  // Weights of the mixture, and how each follows from the one before.
  const ratio = shape === Infinity ? mean : mean / (shape + mean);
  let weight = shape === Infinity ? exp(-mean) : pow(shape / (shape + mean), shape);
  let left = 1 - weight;
  let term = poisson_prob(pulses, threshold);
  let sum = falseAlarm_prob;
  for (let k = 1; left > 0; k++) {
    sum += term * left;
    term *= threshold / (pulses + k);
    if (pulses + k > threshold && term < 1e-18 * sum) break;
    weight *= (shape === Infinity ? 1 / k : (shape + k - 1) / k) * ratio;
    left -= weight;
  }
  return Math.min(sum, 1);
}

/** How steady the energy of a whole look is: shape of its gamma distribution. */
const SHAPES: Readonly<Record<Swerling, (pulses: number) => number>> = {
  0: () => Infinity,
  1: () => 1,
  2: (pulses) => pulses,
  3: () => 2,
  4: (pulses) => 2 * pulses,
};

function poisson_prob(k: number, mean: number): number {
  return exp(k * log(mean) - mean - lnFactorial(k));
}

/** ln k!: the product itself below 20, Stirling's series above, where its error is below 1e-15. */
function lnFactorial(k: number): number {
  if (k < 20) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return log(product);
  }
  const inverse = 1 / k, square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (k + 0.5) * log(k) - k + HALF_LN_TAU + series;
}

const HALF_LN_TAU = 0.9189385332046727;
