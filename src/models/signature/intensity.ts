/**
 * How bright a threat is to an infrared sensor in each phase of its flight: a plume while a stage burns, in proportion to that stage's
 * thrust; a fast glider in its class of brightness; a cold body otherwise, which shows only against space. All are parameters of cards,
 * in the band of the sensor that looks. No spectrum, no angle of view and no growth of the plume with altitude: orders of magnitude.
 */
import { PI } from '../../kernel/maths.js';
import type { BrightnessClass } from './brightness.js';

/** Intensities of one threat. */
export interface InfraredSignature {
  /** By stage, from the first to burn. */
  readonly plume_Wpsr: readonly number[];
  readonly bright_Wpsr: number;
  readonly dim_Wpsr: number;
  readonly body_Wpsr: number;
}

/** What it is doing: the index of the stage that burns (0 for the first) or undefined, and its class of brightness. */
export interface ThreatPhase {
  readonly burningStage: number | undefined;
  readonly brightness: BrightnessClass;
}

export interface Appearance {
  readonly intensity_Wpsr: number;
  /** True when it cannot be told from a warm Earth behind it. */
  readonly onlyAgainstSpace: boolean;
}

/** Intensity and whether the Earth drowns it. A burning stage outshines everything else. */
export function appearanceOf(signature: InfraredSignature, { burningStage, brightness }: ThreatPhase): Appearance {
  const plume_Wpsr = burningStage === undefined ? 0 : signature.plume_Wpsr[burningStage] ?? 0;
  if (plume_Wpsr > 0) return { intensity_Wpsr: plume_Wpsr, onlyAgainstSpace: false };
  if (brightness !== 'none') return { intensity_Wpsr: brightness === 'bright' ? signature.bright_Wpsr : signature.dim_Wpsr, onlyAgainstSpace: false };
  return { intensity_Wpsr: signature.body_Wpsr, onlyAgainstSpace: true };
}

/** Plumes of the stages of a booster: each as bright as its thrust in vacuum makes it. */
export function plumesOf_Wpsr(perThrust_WpsrPerN: number, thrusts_N: readonly number[]): number[] {
  return thrusts_N.map((thrust_N) => perThrust_WpsrPerN * thrust_N);
}

/** What a grey surface at a temperature sends out per solid angle, over all wavelengths: ε σ T⁴ A/π. A card's order of magnitude. */
export function greyBody_Wpsr(emissivity: number, temperature_K: number, area_m2: number): number {
  const square = temperature_K * temperature_K;
  return (emissivity * STEFAN_BOLTZMANN * square * square * area_m2) / PI;
}

/** W m⁻² K⁻⁴, exact since 2019 (26th CGPM). */
const STEFAN_BOLTZMANN = 5.670374419e-8;
