/** Ratios of power and decibels, 10 log10; a cross-section in dBsm is the same against one square metre. */
import { log, pow } from './maths.js';

export function toDecibels_dB(ratio: number): number {
  return (10 * log(ratio)) / Math.LN10;
}

export function fromDecibels(level_dB: number): number {
  return pow(10, level_dB / 10);
}
