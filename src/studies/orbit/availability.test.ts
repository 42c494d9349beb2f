import { describe, expect, it } from 'vitest';
import { availabilityOf, type UpkeepPlan } from './availability.js';

const shell: UpkeepPlan = { design_count: 1000, spares_count: 50, life_y: 5, launchesPerYear: 50, perLaunch_count: 20, years: 20 };

describe('availability of a shell', () => {
  it('is nearly whole where launches bring more than is lost, and spares bridge the time between', () => {
    const { share, inService } = availabilityOf(shell, 1, 50);
    expect(share.mean).toBeGreaterThan(0.99);
    expect(inService).toBeGreaterThan(0.999);
  });

  it('settles where losses equal launches when these are too few: launches a year times satellites times life', () => {
    const { share, inService } = availabilityOf({ ...shell, launchesPerYear: 5, years: 100 }, 1, 20);
    expect(share.mean).toBeLessThan(0.05);
    // 5 launches of 20 a year, for 5 years each: 500 of 1,000, from above over the first years.
    expect(inService).toBeGreaterThan(0.48);
    expect(inService).toBeLessThan(0.56);
  });

  it('grows with cadence and with spares, and is the same at the same seed', () => {
    const at = (change: Partial<UpkeepPlan>) => availabilityOf({ ...shell, ...change }, 7, 50).share.mean;
    expect(at({ launchesPerYear: 8 })).toBeLessThan(at({ launchesPerYear: 20 }));
    expect(at({ spares_count: 0 })).toBeLessThan(at({ spares_count: 20 }));
    expect(at({})).toBe(at({}));
  });

  it('of a handful of satellites counts them one by one', () => {
    const { share } = availabilityOf({ ...shell, design_count: 4, spares_count: 0, launchesPerYear: 12, perLaunch_count: 4 }, 1, 400);
    // A month passes without a loss with chance exp(−4/60).
    expect(share.low).toBeLessThan(Math.exp(-4 / 60));
    expect(share.high).toBeGreaterThan(Math.exp(-4 / 60));
  });
});
