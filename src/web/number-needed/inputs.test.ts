import { describe, expect, it } from 'vitest';
import { closedAnswers, delayFor, whyNone } from './closed.js';
import { nearestIn, readInputs, START, writeInputs } from './inputs.js';
import { waterfallFromAei } from './waterfall.js';

const ONE = { ...START, salvo: 1 };

describe('settings of the chapter on the number needed', () => {
  it('go into the address and come back', () => {
    const inputs = { ...START, speed_kmps: 6.2, delay_s: 0, salvo: 3 };
    expect(writeInputs(START)).toBe('');
    expect(new URLSearchParams({ needed: writeInputs(inputs) }).toString()).toBe('needed=salvo-3*delay_s-0*speed_kmps-6.2');
    expect(readInputs(writeInputs(inputs))).toEqual(inputs);
  });

  it('leave out of an address what is unknown or cannot be', () => {
    expect(readInputs('speed_kmps-99*nothing-3*toString-1*salvo-2.5*altitude_km-500*')).toEqual({ ...START, altitude_km: 500 });
    expect([nearestIn('salvo', 2.6), nearestIn('altitude_km', 20), nearestIn('speed_kmps', 5.25)]).toEqual([3, 150, 5.25]);
  });
});

describe('closed forms of the chapter', () => {
  it('give the instance that all methods are compared by', () => {
    const { shell, latitude } = closedAnswers(ONE);
    expect([shell?.interceptors, latitude?.interceptors]).toEqual([1787, 774]);
    expect(closedAnswers({ ...ONE, inclination_deg: 55 }).latitude?.interceptors).toBe(1418);
  });

  it('say why nothing is in reach and what would do', () => {
    expect(whyNone(START)).toBe('');
    expect(whyNone({ ...START, delay_s: 200 })).toBe('The order comes 30 s after the missile has burnt out. An order before 136 s leaves time for the interceptor to burn.');
    expect(whyNone({ ...START, delay_s: 150 })).toMatch(/needs 34 s to burn and has 20 s\. An order by 136 s/);
    expect(whyNone({ ...START, altitude_km: 1500 })).toMatch(/too far/);
    const none = whyNone({ ...START, latitude_deg: 70 }), [, least = ''] = /An inclination from ([\d.]+)°/.exec(none) ?? [];
    expect(closedAnswers({ ...START, latitude_deg: 70, inclination_deg: Number(least) }).latitude).toBeDefined();
  });

  it('find the order at which ours meets a published number', () => {
    const delay_s = delayFor(ONE, 1600) ?? NaN;
    expect(Math.abs((closedAnswers({ ...ONE, delay_s }).latitude?.perMissile ?? 0) / 1600 - 1)).toBeLessThan(0.02);
    expect(delayFor(ONE, 1)).toBeUndefined();
  });

  it('multiply from the number of AEI to ours', () => {
    const { fromPerMissile, toPerMissile, steps } = waterfallFromAei(ONE);
    expect(Math.ceil(fromPerMissile)).toBe(998);
    expect(steps.reduce((product, { factor }) => product * factor, fromPerMissile)).toBeCloseTo(toPerMissile, 6);
    expect(waterfallFromAei({ ...ONE, delay_s: 165 }).steps).toEqual([]);
  });
});
