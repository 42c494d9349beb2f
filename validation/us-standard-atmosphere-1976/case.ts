/** Air against the tables of the US Standard Atmosphere 1976. Reasons and sources: case.md. */
import { airDensity_kgpm3, airPressure_Pa, airTemperature_K } from '../../src/kernel/earth/atmosphere.js';
import { exp } from '../../src/kernel/maths.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'us-standard-atmosphere-1976';

/** Half a unit of the fifth printed digit is 0.005 % at worst; twice that. */
const LAYERS_RELATIVE = 1e-4;
/** Four printed digits above 86 km, and a spline between them. */
const ABOVE_RELATIVE = 1e-3;
const TOP_OF_LAYERS_M = 86000;
/** Three decimals printed, and the fitted molar mass between 80 and 86 km. */
const TEMPERATURE_K = 0.01;

interface Air {
  temperature_K(altitude_m: number): number;
  pressure_Pa(altitude_m: number): number;
  density_kgpm3(altitude_m: number): number;
}

const OURS: Air = { temperature_K: airTemperature_K, pressure_Pa: airPressure_Pa, density_kgpm3: airDensity_kgpm3 };

function compare(air: Air): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const altitude_m = reference.number(row, 'altitude_m');
    const relative = altitude_m <= TOP_OF_LAYERS_M ? LAYERS_RELATIVE : ABOVE_RELATIVE;
    const at = `at ${altitude_m / 1000} km`;
    const comparisons: Comparison[] = [
      { quantity: `pressure ${at}`, unit: 'Pa', expected: reference.number(row, 'pressure_Pa'), got: air.pressure_Pa(altitude_m), relative },
      { quantity: `density ${at}`, unit: 'kg/m3', expected: reference.number(row, 'density_kgpm3'), got: air.density_kgpm3(altitude_m), relative },
    ];
    if (reference.text(row, 'temperature_K') === '') return comparisons;
    const expected = reference.number(row, 'temperature_K');
    return [{ quantity: `temperature ${at}`, unit: 'K', expected, got: air.temperature_K(altitude_m), absolute: TEMPERATURE_K }, ...comparisons];
  }).flat());
}

/** The same air, asked at another altitude. */
function askedAt(altitude_m: (asked_m: number) => number): Air {
  return {
    temperature_K: (asked_m) => airTemperature_K(altitude_m(asked_m)),
    pressure_Pa: (asked_m) => airPressure_Pa(altitude_m(asked_m)),
    density_kgpm3: (asked_m) => airDensity_kgpm3(altitude_m(asked_m)),
  };
}

export const usStandardAtmosphere1976: ValidationCase = {
  id: ID,
  title: 'Air to 1,000 km',
  source: 'U.S. Standard Atmosphere, 1976, NOAA-S/T 76-1562, tables I and VIII',
  mark: 'reproduced',
  tolerance: 'to 86 km: 0.01 K, 0.01 % of pressure and density; above: 0.01 K, 0.1 %',
  run: () => compare(OURS),
  mistakes: [
    { name: 'geometric altitude taken for geopotential', run: () => compare(askedAt((z) => (6356766 * z) / (6356766 - z))) },
    { name: 'kilometres for metres', run: () => compare(askedAt((z) => z / 1000)) },
    { name: 'one scale height of 8.5 km', run: () => compare({ ...OURS, density_kgpm3: (z) => 1.225 * exp(-z / 8500) }) },
    { name: 'pressure in millibar', run: () => compare({ ...OURS, pressure_Pa: (z) => airPressure_Pa(z) / 100 }) },
  ],
};
