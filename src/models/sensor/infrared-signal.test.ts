import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { infraredAngularError_rad, infraredDetection_prob, infraredRange_m, infraredSnr, infraredSnrNeeded, noiseAgainst_Wpm2 } from './infrared-signal.js';

describe('infrared signal', () => {
  it('falls with the square of range and is inverted by it', () => {
    // 1 MW/sr at 40,000 km is 6.25e-10 W/m².
    expect(infraredSnr(1e-11, 1e6, 4e7)).toBeCloseTo(62.5, 10);
    fc.assert(fc.property(fc.double({ min: 1e5, max: 1e8, noNaN: true }), fc.double({ min: 0.1, max: 1e7, noNaN: true }), (range, intensity) => {
      expect(infraredRange_m(1e-12, intensity, infraredSnr(1e-12, intensity, range)) / range).toBeCloseTo(1, 12);
    }));
  });

  it('is noisier in front of the Earth', () => {
    expect(noiseAgainst_Wpm2(1e-12, 30, 'space')).toBe(1e-12);
    expect(noiseAgainst_Wpm2(1e-12, 30, 'earth')).toBeCloseTo(3e-11, 22);
  });

  it('is seen half of the time at the threshold, as often as noise without a signal, and more with more', () => {
    expect(infraredDetection_prob(infraredSnrNeeded(0.5, 1e-6), 1e-6)).toBeCloseTo(0.5, 8);
    // Threshold of 1e-6: 4.753424 standard deviations; 0.9 needs 1.281552 more.
    expect(infraredSnrNeeded(0.9, 1e-6)).toBeCloseTo(4.753424 + 1.281552, 5);
    fc.assert(fc.property(fc.double({ min: -12, max: -1, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (power, snr) => {
      const pfa = 10 ** power;
      expect(infraredDetection_prob(0, pfa) / pfa).toBeCloseTo(1, 6);
      const here = infraredDetection_prob(snr, pfa);
      expect(here).toBeLessThanOrEqual(1);
      expect(infraredDetection_prob(snr + 0.1, pfa)).toBeGreaterThanOrEqual(here);
    }));
  });

  it('points as well as its mount for bright targets', () => {
    expect(infraredAngularError_rad(3e-5, 4e-4, 10)).toBeCloseTo(5e-5, 12);
    expect(infraredAngularError_rad(3e-5, 4e-4, 1e9)).toBeCloseTo(3e-5, 12);
  });
});
