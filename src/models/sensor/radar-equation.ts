/**
 * Radar range equation, normalised to a reference: the signal to noise that a radar gets from a known cross-section at a known range
 * gives that of every other, so that neither power nor antenna need be known. Free space, no losses with angle, no clutter.
 * Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), chapters 1 and 2; errors: chapter 6, equations 6.29 to 6.42.
 */
import { SPEED_OF_LIGHT_MPS } from '../../kernel/constants.js';

export interface RadarReference {
  readonly range_m: number;
  readonly rcs_m2: number;
  /** Ratio of powers of one look there, not in decibels. */
  readonly snr: number;
}

/** Ratio of powers of one look at a target. */
export function radarSnr(reference: RadarReference, range_m: number, rcs_m2: number): number {
  const nearer = reference.range_m / range_m;
  return reference.snr * (rcs_m2 / reference.rcs_m2) * nearer * nearer * nearer * nearer;
}

/** Range at which a target gives a ratio of powers; inverse of `radarSnr`. */
export function radarRange_m(reference: RadarReference, rcs_m2: number, snr: number): number {
  return reference.range_m * Math.sqrt(Math.sqrt((reference.snr / snr) * (rcs_m2 / reference.rcs_m2)));
}

/** Standard deviation in range of one look with a bandwidth: c/(2B) over √(2 snr). */
export function rangeError_m(bandwidth_Hz: number, snr: number): number {
  return SPEED_OF_LIGHT_MPS / (2 * bandwidth_Hz) / Math.sqrt(2 * snr);
}

/** Standard deviation of an angle by monopulse with a beam of a width: its slope of 1.6 is that of common antennas. */
export function angleError_rad(beamWidth_rad: number, snr: number): number {
  return beamWidth_rad / (1.6 * Math.sqrt(2 * snr));
}

/** Standard deviation of the speed along the line of sight from the Doppler shift of one coherent look. */
export function rangeRateError_mps(wavelength_m: number, look_s: number, snr: number): number {
  return wavelength_m / (2 * look_s) / Math.sqrt(2 * snr);
}

/** An error that falls with the signal from what it is at a reference, and that calibration keeps from falling below a floor. */
export function errorAtSnr(atReference: number, floor: number, referenceSnr: number, snr: number): number {
  return Math.sqrt(floor * floor + (atReference * atReference * referenceSnr) / snr);
}
