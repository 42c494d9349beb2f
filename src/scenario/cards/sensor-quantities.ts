/** Numbers of sensors, and of what they see of a threat: with unit (in the key), range and one sentence, as `quantities.ts` has the others. */
import type { Quantities } from './quantity.js';

/** Years of service, both included; without an end as long as anyone knows. */
export const IN_SERVICE = {
  from: { min: 1950, max: 2100, whole: true, doc: 'First year of service.' },
  to: { min: 1950, max: 2100, whole: true, optional: true, doc: 'Last year of service.' },
} as const satisfies Quantities;

/** How a threat looks to sensors, in the band of the sensor that looks. */
export const SIGNATURE = {
  plume_kWpsrPerMN: { min: 0, max: 1e6, doc: 'Radiant intensity of a plume for each meganewton of thrust.' },
  bright_kWpsr: { min: 0, max: 1e6, doc: 'Radiant intensity of a glider where it is bright.' },
  dim_kWpsr: { min: 0, max: 1e6, doc: 'Radiant intensity of a glider where it is dim.' },
  body_Wpsr: { min: 0, max: 1e6, doc: 'Radiant intensity of a body without thrust, seen against space.' },
  boosterRcs_m2: { min: 0, max: 10_000, doc: 'Radar cross-section while stages are attached.' },
  bodyRcs_m2: { min: 0, max: 10_000, doc: 'Radar cross-section of what is left after the boost; of a cruise missile, all the way.' },
} as const satisfies Quantities;

const REVISIT_S = { min: 0, above: true, max: 3_600, doc: 'Time between looks at one place.' } as const;
const REPORT_DELAY_S = { min: 0, max: 600, doc: 'From a sighting to its report.' } as const;
const MIN_ELEVATION_DEG = { min: -10, max: 90, doc: "Lowest elevation of the sensor's line of sight." } as const;
const MAX_OFF_NADIR_DEG = { min: 0, above: true, max: 180, doc: 'Half-angle about the nadir within which a satellite looks; 180 for no limit.' } as const;
const MAX_ALTITUDE_KM = { min: 0, above: true, max: 100, doc: 'Highest target that it follows: things that fly in the air.' } as const;
const SECTOR = {
  sectorCentre_deg: { min: 0, max: 360, doc: 'Middle of the watched sector, clockwise from north.' },
  sectorWidth_deg: { min: 0, above: true, max: 360, doc: 'Full width of the watched sector; 360 is all round.' },
} as const;

export const INFRARED = {
  cloudBreak_km: { min: 0, max: 50, doc: 'Height from which a plume is seen.' },
  grazingAltitude_km: { min: 0, max: 200, doc: 'Least height at which a line of sight may pass the Earth.' },
  minElevation_deg: MIN_ELEVATION_DEG,
  maxOffNadir_deg: MAX_OFF_NADIR_DEG,
  noiseEquivalentIrradiance_pWpm2: { min: 0, above: true, max: 1e6, doc: 'Irradiance at the satellite that equals the noise of one look against space.' },
  sceneNoise: { min: 1, max: 1_000, doc: 'Noise against the Earth over that against space.' },
  falseAlarm_prob: { min: 0, above: true, max: 0.01, doc: 'Chance of a false detection in one look at one place.' },
  angularError_urad: { min: 0, above: true, max: 10_000, doc: 'One standard deviation of a measured direction where the signal is strong.' },
  sunExclusion_deg: { min: 0, max: 90, doc: 'It does not look this near to the Sun.' },
  revisit_s: REVISIT_S,
  reportDelay_s: REPORT_DELAY_S,
} as const satisfies Quantities;

/** A satellite over the equator. */
export const SATELLITE = {
  lon_deg: { min: -180, max: 360, doc: 'Sub-satellite longitude, east positive.' },
} as const satisfies Quantities;

/** What the satellites of one elliptical system share. Altitudes count from the equatorial radius. */
export const ELLIPSE = {
  perigee_km: { min: 150, max: 100_000, doc: 'Altitude of the lowest point of the orbit.' },
  apogee_km: { min: 150, max: 100_000, doc: 'Altitude of the highest point of the orbit.' },
  inclination_deg: { min: 0, max: 180, doc: 'Inclination of the orbit.' },
  argumentOfPerigee_deg: { min: 0, max: 360, doc: 'From the node to the lowest point, along the orbit; 270 has the highest point in the north.' },
} as const satisfies Quantities;

export const ELLIPSE_SATELLITE = {
  node_deg: { min: -180, max: 360, doc: 'Longitude of the ascending node, in Earth-fixed axes when the system is at the start of its round.' },
  meanAnomaly_deg: { min: 0, max: 360, doc: 'Mean anomaly at that time: tells the satellites of a system apart in time.' },
} as const satisfies Quantities;

/** A shell of sensor satellites. */
export const SENSOR_SHELL = {
  count: { min: 1, max: 10_000, whole: true, doc: 'Satellites in the shell; a change alters the satellites per plane.' },
  planes: { min: 1, max: 1_000, whole: true, doc: 'Orbital planes, evenly spaced in node.' },
  phasing: { min: 0, max: 999, whole: true, doc: "Walker's F: satellites in the next plane lead by F·360°/count." },
  altitude_km: { min: 150, max: 50_000, doc: 'Altitude of the circular orbits above the equatorial radius.' },
  inclination_deg: { min: 0, above: true, max: 180, doc: 'Inclination of all planes.' },
} as const satisfies Quantities;

export const RADAR = {
  range_km: { min: 0, above: true, max: 20_000, doc: 'Range at which a target of the reference cross-section has the reference signal-to-noise ratio.' },
  referenceRcs_m2: { min: 0, above: true, max: 1_000, doc: 'Radar cross-section to which the range belongs.' },
  referenceSnr_dB: { min: -20, max: 60, doc: 'Signal-to-noise ratio of one look of the search fence at that range.' },
  falseAlarm_prob: { min: 0, above: true, max: 0.01, doc: 'Chance of a false detection in one look at one place.' },
  minElevation_deg: MIN_ELEVATION_DEG,
  maxElevation_deg: { min: 0, above: true, max: 90, doc: 'Highest elevation that is watched.' },
  ...SECTOR,
  faces: { min: 1, max: 12, whole: true, doc: 'Faces that share the sector evenly; 1 for a turning antenna that watches it all.' },
  swerling: { min: 0, max: 4, whole: true, doc: 'How its echo wavers, by Swerling: 0 steady, 1 and 3 from scan to scan, 2 and 4 from pulse to pulse.' },
  cueGain_dB: { min: 0, max: 40, doc: 'More signal in a look at a place that an infrared satellite has pointed out.' },
  cueRevisit_s: { min: 0, above: true, max: 600, doc: 'Time between looks at such a place.' },
  tracks: { min: 1, max: 100_000, whole: true, doc: 'Objects that it can follow at once.' },
  rangeError_m: { min: 0, above: true, max: 100_000, doc: 'One standard deviation of a range at the reference signal-to-noise ratio.' },
  angleError_deg: { min: 0, above: true, max: 10, doc: 'One standard deviation of a direction at the reference signal-to-noise ratio.' },
  speedError_mps: { min: 0, above: true, max: 10_000, doc: 'One standard deviation of a range rate at the reference signal-to-noise ratio.' },
  revisit_s: REVISIT_S,
  reportDelay_s: REPORT_DELAY_S,
} as const satisfies Quantities;

export const OVER_HORIZON_RADAR = {
  minRange_km: { min: 0, max: 10_000, doc: 'Inner edge of the annulus: nearer, the sky wave comes down farther out.' },
  maxRange_km: { min: 0, above: true, max: 10_000, doc: 'Outer edge of the annulus.' },
  ...SECTOR,
  maxAltitude_km: MAX_ALTITUDE_KM,
  detection_prob: { min: 0, max: 1, doc: 'Chance that one look detects what flies there.' },
  revisit_s: REVISIT_S,
  reportDelay_s: REPORT_DELAY_S,
} as const satisfies Quantities;

export const AIR_TRACKER = {
  minElevation_deg: MIN_ELEVATION_DEG,
  maxOffNadir_deg: MAX_OFF_NADIR_DEG,
  maxAltitude_km: MAX_ALTITUDE_KM,
  detection_prob: { min: 0, max: 1, doc: 'Chance that one look detects what flies there.' },
  revisit_s: REVISIT_S,
  reportDelay_s: REPORT_DELAY_S,
} as const satisfies Quantities;
