/** The typed table against the standard's own equations, and the kernel's air between the altitudes that its spline knows. */
import { describe, expect, it } from 'vitest';
import { airDensity_kgpm3, airPressure_Pa } from '../../src/kernel/earth/atmosphere.js';
import { readReference } from '../reference.js';
import { lowerAir, upperAir } from './derived-air.js';

const table = readReference('us-standard-atmosphere-1976');
const upper = upperAir();
const off = (got: number, wanted: number): number => Math.abs(got / wanted - 1);

describe('the typed table', () => {
  it.each(table.map((row) => [table.number(row, 'altitude_m'), row] as const))('is what the equations give at %d m', (altitude_m, row) => {
    const isLow = altitude_m <= 86000, air = isLow ? lowerAir(altitude_m) : upper(altitude_m);
    // Five digits printed below and above for pressure, four for density above; the equations above are stiff in their constants.
    expect(off(air.pressure_Pa, table.number(row, 'pressure_Pa'))).toBeLessThan(isLow ? 1e-4 : 4e-4);
    expect(off(air.density_kgpm3, table.number(row, 'density_kgpm3'))).toBeLessThan(isLow ? 1e-4 : 3e-4);
    // The kinetic temperature is 0.04 % below the molecular-scale one at 86 km.
    if (table.text(row, 'temperature_K') !== '') expect(Math.abs(air.temperature_K - table.number(row, 'temperature_K'))).toBeLessThan(altitude_m === 86000 ? 0.09 : 0.006);
  });
});

describe('air between the altitudes of table VIII', () => {
  it('is within 1.2 % of the equations in density and 0.3 % in pressure', () => {
    const errors: { z_m: number; density: number; pressure: number }[] = [];
    for (let z_m = 86000; z_m <= 1000000; z_m += z_m < 200000 ? 500 : 5000) {
      const air = upper(z_m);
      errors.push({ z_m, density: off(airDensity_kgpm3(z_m), air.density_kgpm3), pressure: off(airPressure_Pa(z_m), air.pressure_Pa) });
    }
    // The spline is worst where the slope of the temperature jumps: 1.0 % at 112 km and 0.7 % at 87.5 km.
    expect(errors.filter(({ density, pressure }) => density > 0.012 || pressure > 0.003)).toEqual([]);
    expect(errors.filter(({ z_m, density }) => density > 0.004 && !(z_m < 90000 || (z_m > 105000 && z_m < 115000)))).toEqual([]);
  });
});
