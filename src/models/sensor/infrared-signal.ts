/**
 * What an infrared sensor gets from a point of light: its irradiance over the noise-equivalent irradiance, a ratio of amplitudes.
 * Noise is Gaussian and a look is a detection when it passes a threshold set for a chance of false alarm. In front of the Earth the
 * scene itself (clouds, ground, limb) adds to the noise by a factor. No bands, no transmission of the air: above the cloud-break
 * altitude it is taken as part of the intensity on the target's card. Source: Hudson, Infrared System Engineering (1969), chapter 13.
 */
import { normalCdf, normalQuantile } from '../../kernel/statistics/normal.js';

/** What is behind a target as a sensor sees it. */
export type Background = 'space' | 'earth';

/** Ratio of amplitudes from a source of a radiant intensity at a range. */
export function infraredSnr(noiseEquivalentIrradiance_Wpm2: number, intensity_Wpsr: number, range_m: number): number {
  return intensity_Wpsr / (range_m * range_m * noiseEquivalentIrradiance_Wpm2);
}

/** Range at which a source gives a ratio; inverse of `infraredSnr`. */
export function infraredRange_m(noiseEquivalentIrradiance_Wpm2: number, intensity_Wpsr: number, snr: number): number {
  return Math.sqrt(intensity_Wpsr / (snr * noiseEquivalentIrradiance_Wpm2));
}

/** Noise with what is behind the target: `earthFactor` times that against space when it is the Earth. */
export function noiseAgainst_Wpm2(noiseEquivalentIrradiance_Wpm2: number, earthFactor: number, background: Background): number {
  return background === 'earth' ? noiseEquivalentIrradiance_Wpm2 * earthFactor : noiseEquivalentIrradiance_Wpm2;
}

/** Chance that one look passes the threshold. */
export function infraredDetection_prob(snr: number, falseAlarm_prob: number): number {
  return normalCdf(snr + normalQuantile(falseAlarm_prob));
}

/** Ratio of amplitudes that gives a chance of detection in one look; inverse of `infraredDetection_prob`. */
export function infraredSnrNeeded(wanted_prob: number, falseAlarm_prob: number): number {
  return normalQuantile(wanted_prob) - normalQuantile(falseAlarm_prob);
}

/** Standard deviation of a direction, each of two axes: pointing, and the blur of a point over the signal, as independent errors. */
export function infraredAngularError_rad(pointing_rad: number, blur_rad: number, snr: number): number {
  const noise_rad = blur_rad / snr;
  return Math.sqrt(pointing_rad * pointing_rad + noise_rad * noise_rad);
}
