import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecibels_dB } from '../../kernel/decibel.js';
import { albersheim_dB, albersheimSnr, detection_prob, detectionThreshold, snrNeeded, type Swerling } from './detection-statistics.js';

const CASES: readonly Swerling[] = [0, 1, 2, 3, 4];
const swerling = fc.constantFrom(...CASES);
const falseAlarm = fc.double({ min: -12, max: -1, noNaN: true }).map((power) => 10 ** power);
const pulses = fc.integer({ min: 1, max: 200 });
const snr = fc.double({ min: -20, max: 30, noNaN: true }).map((level) => 10 ** (level / 10));

describe('chance of detection', () => {
  it('has the published signal levels at 0.9 and 1e-6, one pulse', () => {
    expect(Math.abs(albersheim_dB(0.9, 1e-6) - 13.14)).toBeLessThan(0.005);
    expect(Math.abs(toDecibels_dB(snrNeeded(1, 0.9, 1e-6)) - 21.14)).toBeLessThan(0.005);
    expect(Math.abs(toDecibels_dB(snrNeeded(0, 0.9, 1e-6)) - 13.18)).toBeLessThan(0.005);
  });

  it('has the closed forms of one pulse', () => {
    fc.assert(fc.property(falseAlarm, snr, (pfa, s) => {
      const threshold = -Math.log(pfa);
      for (const kind of [1, 2] as const) expect(detection_prob(kind, s, pfa)).toBeCloseTo(Math.exp(-threshold / (1 + s)), 13);
      // Swerling 1960: Pd of cases 3 and 4, one pulse.
      const half = s / 2;
      const expected = (1 + (threshold * half) / ((1 + half) * (1 + half))) * Math.exp(-threshold / (1 + half));
      for (const kind of [3, 4] as const) expect(detection_prob(kind, s, pfa)).toBeCloseTo(expected, 13);
    }));
  });

  it('is what drawing noise and signal gives', () => {
    // Five pulses of case 1, drawn with a generator of its own: one energy for all, normal noise in both channels.
    let state = 12345;
    const uniform = (): number => ((state = (state * 48271) % 2147483647) - 0.5) / 2147483646;
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const mean = 2, count = 5, looks = 40_000, threshold = detectionThreshold(0.01, count);
    let seen = 0, alarms = 0;
    for (let look = 0; look < looks; look++) {
      const amplitude = Math.sqrt(-mean * Math.log(uniform()));
      let sum = 0, noise = 0;
      for (let pulse = 0; pulse < count; pulse++) {
        const i = normal() / Math.SQRT2, q = normal() / Math.SQRT2;
        sum += (i + amplitude) ** 2 + q * q;
        noise += i * i + q * q;
      }
      if (sum > threshold) seen++;
      if (noise > threshold) alarms++;
    }
    const expected = detection_prob(1, mean, 0.01, count);
    expect(Math.abs(seen / looks - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / looks));
    expect(Math.abs(alarms / looks - 0.01)).toBeLessThan(4 * Math.sqrt(0.01 / looks));
  });

  it('is the false alarms without signal, grows with signal and pulses, and stays a chance', () => {
    fc.assert(fc.property(swerling, falseAlarm, pulses, snr, (kind, pfa, count, s) => {
      expect(detection_prob(kind, 0, pfa, count) / pfa).toBeCloseTo(1, 8);
      const here = detection_prob(kind, s, pfa, count);
      expect(here).toBeGreaterThanOrEqual(pfa);
      expect(here).toBeLessThanOrEqual(1);
      expect(detection_prob(kind, s * 1.1, pfa, count)).toBeGreaterThanOrEqual(here * (1 - 1e-12));
      expect(detection_prob(kind, s, pfa, count + 1)).toBeGreaterThanOrEqual(here * (1 - 1e-9));
    }), { numRuns: 200 });
  });

  it('is inverted by the signal needed', () => {
    fc.assert(fc.property(swerling, falseAlarm, pulses, fc.double({ min: 0.15, max: 0.999, noNaN: true }), (kind, pfa, count, wanted) => {
      expect(detection_prob(kind, snrNeeded(kind, wanted, pfa, count), pfa, count)).toBeCloseTo(wanted, 9);
    }), { numRuns: 60 });
    expect(() => snrNeeded(1, 0.001, 0.01)).toThrow(/no signal/);
    expect(() => detection_prob(1, 1, 0)).toThrow(/false alarms/);
    expect(() => detection_prob(1, 1, 0.01, 1.5)).toThrow(/pulses/);
  });

  it('has the threshold of two pulses, which is exceeded with (1 + V) e^-V', () => {
    for (const pfa of [0.3, 1e-3, 1e-9]) {
      const v = detectionThreshold(pfa, 2);
      expect(((1 + v) * Math.exp(-v)) / pfa).toBeCloseTo(1, 9);
    }
  });

  it('is met by Albersheim within 0.3 dB from 0.3 to 0.9, and not below', () => {
    for (const count of [1, 2, 10, 100]) for (const pfa of [1e-7, 1e-5, 1e-3]) for (const wanted of [0.3, 0.5, 0.7, 0.9]) {
      const exact_dB = toDecibels_dB(snrNeeded(0, wanted, pfa, count));
      expect(Math.abs(toDecibels_dB(albersheimSnr(wanted, pfa, count)) - exact_dB)).toBeLessThan(0.3);
    }
    expect(toDecibels_dB(snrNeeded(0, 0.1, 1e-3)) - albersheim_dB(0.1, 1e-3)).toBeGreaterThan(4);
  });
});
