/**
 * Constants of nature and of the Earth, each with its standard.
 * Everything that depends on the size, mass or turning of the Earth reads them here, so that two floors cannot
 * disagree in the sixth digit.
 */

/** Gravitational parameter of the Earth with atmosphere (IERS Conventions 2010, table 1.1; WGS-84 G873). */
export const MU_EARTH_M3PS2 = 3.986004418e14;

/** Equatorial radius of the WGS-84 ellipsoid (NIMA TR8350.2, third edition, table 3.1). */
export const EARTH_RADIUS_M = 6378137;

/** Flattening of the WGS-84 ellipsoid (NIMA TR8350.2, third edition, table 3.1). */
export const EARTH_FLATTENING = 1 / 298.257223563;

/** First eccentricity squared, e² = f (2 − f). */
export const EARTH_ECCENTRICITY_SQUARED = EARTH_FLATTENING * (2 - EARTH_FLATTENING);

/** Second zonal harmonic, not normalised (from EGM96, C̄20 = −484.165e-6). */
export const J2 = 1.08262668e-3;

/** Rotation rate against the inertial frame (NIMA TR8350.2, third edition, table 3.1). */
export const EARTH_RATE_RADPS = 7.292115e-5;

/** Standard acceleration of free fall (third CGPM, 1901); turns specific impulse in seconds into exhaust speed. */
export const G0_MPS2 = 9.80665;

/** Speed of light in vacuum, exact (17th CGPM, 1983). */
export const SPEED_OF_LIGHT_MPS = 299792458;

/** Radius of the sphere that the analytic literature uses for trajectories. */
export const EARTH_MEAN_RADIUS_M = 6371000;

/** Standard atmosphere (tenth CGPM, 1954). */
export const SEA_LEVEL_PRESSURE_PA = 101325;
