/**
 * Zero-lift drag coefficient of a slender, pointed body against Mach number, on its frontal area.
 * Generic: flat below Mach 0.6, a steep rise through Mach 1 to 0.37, a slow fall to 0.16 at Mach 10, the shape of the
 * ballistic-missile curve in Sutton and Biblarz, Rocket Propulsion Elements, 7th edition, figure 4-3. The numbers are
 * assumed. A closed form rather than a table because every kink of a table costs the integrator steps. An ICBM
 * loses some 100 m/s to drag in all, so 20 % in the coefficient moves its range by about 1 %.
 */

const HYPERSONIC = 0.15;
const SUBSONIC_EXCESS = 0.05;
const WAVE = 0.36;
/** Mach number at which wave drag has halved. */
const WAVE_DECAY = 2;

export function dragCoefficient(mach: number): number {
  const m2 = mach * mach;
  const m4 = m2 * m2;
  const subsonic = 1 / (1 + m4 * m4);
  return HYPERSONIC + SUBSONIC_EXCESS * subsonic + (WAVE * (1 - subsonic)) / (1 + m2 / (WAVE_DECAY * WAVE_DECAY));
}
