/**
 * US Standard Atmosphere 1976 (NOAA-S/T 76-1562) from below sea level to 1,000 km.
 * To 86 km geometric: its seven layers, linear in molecular-scale temperature against geopotential altitude, exact.
 * From 86 to 1,000 km: the continuation of `upper-atmosphere.ts`, joined in value and slope. Above: vacuum.
 * No weather, latitude, season or solar cycle: the real density at 400 km differs from this by up to ten times.
 */
import { G0_MPS2, SEA_LEVEL_PRESSURE_PA } from '../constants.js';
import { exp, log } from '../maths.js';
import {
  evaluate, GEOPOTENTIAL_RADIUS_M, splineDensity, splinePressure, UPPER_BASE_M, UPPER_TOP_M, upperInterval, upperTemperature_K,
} from './upper-atmosphere.js';

/** Gas constant and mean molar mass of the standard (its own values): R* = 8314.32 J/(kmol K), M₀ = 28.9644 kg/kmol. */
const SPECIFIC_GAS_CONSTANT = 8314.32 / 28.9644;

/** Ratio of specific heats. */
const GAMMA = 1.4;

/** g₀ M₀ / R*, in kelvin per geopotential metre. */
const HYDROSTATIC_KPM = G0_MPS2 / SPECIFIC_GAS_CONSTANT;

/** Table 4 of the standard: geopotential altitude of each layer's base, and its gradient in K/m. */
const BASE_H_M = Float64Array.of(0, 11000, 20000, 32000, 47000, 51000, 71000);
const GRADIENT_KPM = Float64Array.of(-0.0065, 0, 0.001, 0.0028, 0, -0.0028, -0.002);
const LAYERS = BASE_H_M.length;
const BASE_K = new Float64Array(LAYERS);
const BASE_PA = new Float64Array(LAYERS);
BASE_K[0] = 288.15;
BASE_PA[0] = SEA_LEVEL_PRESSURE_PA;
for (let layer = 1; layer < LAYERS; layer++) {
  BASE_K[layer] = layerTemperature_K(layer - 1, BASE_H_M[layer]);
  BASE_PA[layer] = layerPressure_Pa(layer - 1, BASE_H_M[layer], BASE_K[layer]);
}

/** Geometric altitudes where temperature gradients jump: an integrator's step should end there. */
export const ATMOSPHERE_LAYERS_M: readonly number[] = [
  ...Array.from(BASE_H_M.subarray(1), (h) => (GEOPOTENTIAL_RADIUS_M * h) / (GEOPOTENTIAL_RADIUS_M - h)),
  UPPER_BASE_M, UPPER_TOP_M,
];
const BOUNDARIES_M = Float64Array.from(ATMOSPHERE_LAYERS_M);

/** Logarithmic slopes at 86 km follow from the hydrostatic equation in the highest layer. */
const TOP_H_M = geopotential_m(UPPER_BASE_M);
const TOP_K = layerTemperature_K(LAYERS - 1, TOP_H_M);
const TOP_PA = layerPressure_Pa(LAYERS - 1, TOP_H_M, TOP_K);
const TOP_STRETCH = (GEOPOTENTIAL_RADIUS_M / (GEOPOTENTIAL_RADIUS_M + UPPER_BASE_M)) ** 2;
const PRESSURE_ABOVE = splinePressure(TOP_PA, (-HYDROSTATIC_KPM / TOP_K) * TOP_STRETCH);
const DENSITY_ABOVE = splineDensity(
  TOP_PA / (SPECIFIC_GAS_CONSTANT * TOP_K), (-(HYDROSTATIC_KPM + GRADIENT_KPM[LAYERS - 1]) / TOP_K) * TOP_STRETCH,
);
/** The standard gives no speed of sound above 86 km; a Mach number there uses this last one. */
const TOP_SOUND_MPS = Math.sqrt(GAMMA * SPECIFIC_GAS_CONSTANT * TOP_K);

/** Fills `out` with density kg/m³, pressure Pa, speed of sound m/s. Allocates nothing. */
export function atmosphere(altitude_m: number, out: Float64Array | number[]): void {
  if (altitude_m < UPPER_BASE_M) {
    const h = geopotential_m(altitude_m);
    const layer = geopotentialLayer(h);
    const temperature = layerTemperature_K(layer, h);
    const pressure = layerPressure_Pa(layer, h, temperature);
    out[0] = pressure / (SPECIFIC_GAS_CONSTANT * temperature);
    out[1] = pressure;
    out[2] = Math.sqrt(GAMMA * SPECIFIC_GAS_CONSTANT * temperature);
    return;
  }
  out[2] = TOP_SOUND_MPS;
  if (altitude_m > UPPER_TOP_M) {
    out[0] = 0;
    out[1] = 0;
    return;
  }
  const interval = upperInterval(altitude_m);
  out[0] = evaluate(DENSITY_ABOVE, interval, altitude_m);
  out[1] = evaluate(PRESSURE_ABOVE, interval, altitude_m);
}

/** Air density; 0 above 1,000 km. */
export function airDensity_kgpm3(altitude_m: number): number {
  if (altitude_m >= UPPER_BASE_M) {
    return altitude_m > UPPER_TOP_M ? 0 : evaluate(DENSITY_ABOVE, upperInterval(altitude_m), altitude_m);
  }
  const h = geopotential_m(altitude_m);
  const layer = geopotentialLayer(h);
  const temperature = layerTemperature_K(layer, h);
  return layerPressure_Pa(layer, h, temperature) / (SPECIFIC_GAS_CONSTANT * temperature);
}

/** Air pressure; 0 above 1,000 km. */
export function airPressure_Pa(altitude_m: number): number {
  if (altitude_m >= UPPER_BASE_M) {
    return altitude_m > UPPER_TOP_M ? 0 : evaluate(PRESSURE_ABOVE, upperInterval(altitude_m), altitude_m);
  }
  const h = geopotential_m(altitude_m);
  const layer = geopotentialLayer(h);
  return layerPressure_Pa(layer, h, layerTemperature_K(layer, h));
}

/** Kinetic temperature. From 80 to 86 km the air grows 0.04 % lighter (table 8), fitted within 0.01 K by a square. */
export function airTemperature_K(altitude_m: number): number {
  if (altitude_m >= UPPER_BASE_M) return upperTemperature_K(altitude_m);
  const h = geopotential_m(altitude_m);
  const molecularScale = layerTemperature_K(geopotentialLayer(h), h);
  if (altitude_m < 80000) return molecularScale;
  const x = (altitude_m - 80000) / 6000;
  return molecularScale * (1 - 0.000421 * x * x);
}

/** Speed of sound; above 86 km the value there, since the standard defines none. */
export function speedOfSound_mps(altitude_m: number): number {
  if (altitude_m >= UPPER_BASE_M) return TOP_SOUND_MPS;
  const h = geopotential_m(altitude_m);
  return Math.sqrt(GAMMA * SPECIFIC_GAS_CONSTANT * layerTemperature_K(geopotentialLayer(h), h));
}

/** How many of ATMOSPHERE_LAYERS_M lie at or below an altitude: 0 near the ground, 7 just above 86 km. */
export function atmosphereLayer(altitude_m: number): number {
  let layer = 0;
  while (layer < BOUNDARIES_M.length && altitude_m >= BOUNDARIES_M[layer]) layer++;
  return layer;
}

/** Equation 18 of the standard. */
function geopotential_m(altitude_m: number): number {
  return (GEOPOTENTIAL_RADIUS_M * altitude_m) / (GEOPOTENTIAL_RADIUS_M + altitude_m);
}

function geopotentialLayer(h: number): number {
  let layer = LAYERS - 1;
  while (layer > 0 && h < BASE_H_M[layer]) layer--;
  return layer;
}

/** Equation 23. */
function layerTemperature_K(layer: number, h: number): number {
  return BASE_K[layer] + GRADIENT_KPM[layer] * (h - BASE_H_M[layer]);
}

/** Equations 33a and 33b. */
function layerPressure_Pa(layer: number, h: number, temperature: number): number {
  const gradient = GRADIENT_KPM[layer];
  return gradient === 0
    ? BASE_PA[layer] * exp((-HYDROSTATIC_KPM * (h - BASE_H_M[layer])) / BASE_K[layer])
    : BASE_PA[layer] * exp((HYDROSTATIC_KPM / gradient) * log(BASE_K[layer] / temperature));
}
