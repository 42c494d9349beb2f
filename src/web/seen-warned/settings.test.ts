import { describe, expect, it } from 'vitest';
import { readSettings, START, writeSettings, yearOverrides } from './settings.js';

describe('settings of seen and warned', () => {
  it('come back from the address as they were', () => {
    const settings = { year: 2028, flight: 2, without: ['denmark', 'sbirs-geo-2'] } as const;
    expect(writeSettings(settings)).toBe('year-2028*flight-2*out-denmark*out-sbirs-geo-2');
    expect(readSettings(writeSettings(settings))).toEqual(settings);
    expect(writeSettings(START)).toBe('');
  });

  it('stay at the start where the address says nothing that is known', () => {
    expect(readSettings('year-1990*flight-x*out-<b>*other-1')).toEqual(START);
    expect(readSettings('out-canada*out-canada').without).toEqual(['canada']);
  });

  it('are what the commands take', () => {
    expect(yearOverrides({ year: 2035 })).toEqual(['sensors={ year: 2035 }']);
    expect(yearOverrides({ year: 'own' })).toEqual([]);
  });
});
