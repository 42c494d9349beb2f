/** Every number that data files and scenarios may hold, with its unit (in the key), its range and one sentence. */
import type { Quantities } from './quantity.js';

export const STAGE = {
  thrustVacuum_kN: { min: 0, above: true, max: 20_000, doc: 'Mean thrust in vacuum.' },
  ispVacuum_s: { min: 100, max: 500, doc: 'Specific impulse in vacuum.' },
  ispSeaLevel_s: { min: 50, max: 470, doc: 'Specific impulse at sea level.' },
  propellant_kg: { min: 0, above: true, max: 500_000, doc: 'Mass of propellant burnt.' },
  dry_kg: { min: 0, above: true, max: 100_000, doc: 'Mass dropped after burn-out.' },
  referenceArea_m2: { min: 0, above: true, max: 50, doc: 'Cross-section for drag while this stage is the lowest.' },
  coastAfter_s: { min: 0, max: 120, doc: 'Unpowered time between burn-out and ignition of the next stage.' },
} as const satisfies Quantities;

export const THREAT = {
  payload_kg: { min: 0, above: true, max: 20_000, doc: 'Mass carried to the target, without the last stage.' },
  ballisticCoefficient_kgpm2: { min: 100, max: 50_000, doc: 'Mass over drag area of the re-entry body.' },
  verticalRise_s: { min: 0, above: true, max: 60, doc: 'Time of vertical flight before pitch-over.' },
  burnTimeSpread: { min: 0, max: 0.3, doc: 'One standard deviation of burn time, as a share of it.' },
  inFlightFailure_prob: { min: 0, max: 1, doc: 'Chance that a missile fails by itself in powered flight.' },
} as const satisfies Quantities;

export const SPACE_INTERCEPTOR = {
  speed_kmps: { min: 0, above: true, max: 20, doc: 'Velocity gained in the burn, relative to the carrier.' },
  acceleration_g: { min: 0, above: true, max: 200, doc: 'Mean acceleration in the burn.' },
  deadTime_s: { min: 0, max: 120, doc: 'From commit to ignition.' },
  divert_kmps: { min: 0, max: 10, doc: 'Velocity kept for correcting a wrong prediction.' },
  floorAltitude_km: { min: 0, max: 1_000, doc: 'Lowest altitude at which it can meet a target.' },
  batteryLife_s: { min: 0, above: true, max: 3_600, doc: 'Longest flight.' },
} as const satisfies Quantities;

export const GROUND_INTERCEPTOR = {
  payload_kg: { min: 0, above: true, max: 20_000, doc: 'Kill vehicle and all that stays with it after the last stage.' },
  verticalRise_s: { min: 0, above: true, max: 60, doc: 'Time of vertical flight before pitch-over.' },
  deadTime_s: { min: 0, max: 600, doc: 'From commit to first motion.' },
  floorAltitude_km: { min: 0, max: 1_000, doc: 'Lowest altitude of an intercept.' },
  ceilingAltitude_km: { min: 0, above: true, max: 10_000, doc: 'Highest altitude of an intercept.' },
  batteryLife_s: { min: 0, above: true, max: 7_200, doc: 'Longest flight.' },
} as const satisfies Quantities;

export const SHELL = {
  count: { min: 1, max: 100_000, whole: true, doc: 'Satellites in the shell; a change alters the satellites per plane.' },
  planes: { min: 1, max: 1_000, whole: true, doc: 'Orbital planes, evenly spaced in node.' },
  perSatellite: { min: 1, max: 20, whole: true, doc: 'Interceptors that each satellite carries.' },
  phasing: { min: 0, max: 999, whole: true, doc: "Walker's F: satellites in the next plane lead by F·360°/count." },
  altitude_km: { min: 150, max: 2_000, doc: 'Altitude of the circular orbits above the equatorial radius.' },
  inclination_deg: { min: 0, above: true, max: 180, doc: 'Inclination of all planes.' },
} as const satisfies Quantities;

export const INFRARED = {
  cloudBreak_km: { min: 0, max: 50, doc: 'Height from which a plume is seen.' },
  grazingAltitude_km: { min: 0, max: 200, doc: 'Least height at which a line of sight may pass the Earth.' },
  minElevation_deg: { min: -10, max: 90, doc: "Lowest elevation of the sensor's line of sight." },
  revisit_s: { min: 0, above: true, max: 600, doc: 'Time between looks.' },
  reportDelay_s: { min: 0, max: 600, doc: 'From a sighting to its report.' },
} as const satisfies Quantities;

export const SATELLITE = {
  lon_deg: { min: -180, max: 360, doc: 'Sub-satellite longitude, east positive.' },
} as const satisfies Quantities;

export const RADAR = {
  range_km: { min: 0, above: true, max: 20_000, doc: 'Range at which a target of this class is seen.' },
  minElevation_deg: { min: -10, max: 90, doc: "Lowest elevation of the sensor's line of sight." },
  maxElevation_deg: { min: 0, above: true, max: 90, doc: 'Highest elevation that is watched.' },
  sectorCentre_deg: { min: 0, max: 360, doc: 'Middle of the watched sector, clockwise from north.' },
  sectorWidth_deg: { min: 0, above: true, max: 360, doc: 'Full width of the watched sector; 360 is all round.' },
  revisit_s: { min: 0, above: true, max: 600, doc: 'Time between looks.' },
  reportDelay_s: { min: 0, max: 600, doc: 'From a sighting to its report.' },
} as const satisfies Quantities;

export const PLACE = {
  lat_deg: { min: -90, max: 90, doc: 'Geodetic latitude, north positive.' },
  lon_deg: { min: -180, max: 360, doc: 'Longitude, east positive.' },
} as const satisfies Quantities;

/** What some places have besides coordinates. */
export const PLACE_EXTRAS = {
  altitude_m: { min: -500, max: 9_000, optional: true, doc: 'Height above the ellipsoid; 0 when left out.' },
  radius_km: { min: 0, max: 2_000, optional: true, doc: 'Missiles may stand anywhere within this distance.' },
  population_count: { min: 0, max: 1e9, whole: true, optional: true, doc: 'Inhabitants.' },
  interceptors_count: { min: 1, max: 10_000, whole: true, optional: true, doc: 'Interceptors that stand here.' },
} as const satisfies Quantities;

export const TRACKER_DELAY = {
  latency_s: { min: 0, max: 600, doc: 'Age of the newest state that the decision-maker has.' },
  azimuthError_deg: { min: 0, max: 45, doc: 'One standard deviation of the estimated flight azimuth during boost.' },
} as const satisfies Quantities;

export const RELEASE = {
  delay_s: { min: 0, max: 3_600, doc: 'From evidence to permission to fire: people, rules and links.' },
} as const satisfies Quantities;

export const COMMAND = {
  shotsPerTarget: { min: 1, max: 20, whole: true, doc: 'Shots that a layer may spend on one target.' },
  reserve: { min: 0, max: 1, doc: 'Share of each magazine that is not fired.' },
  decisionPeriod_s: { min: 0, above: true, max: 600, doc: 'Time between decisions while a useful shot exists.' },
  assessment_s: { min: 0, max: 600, doc: 'From an intercept to knowing whether it worked.' },
} as const satisfies Quantities;

export const LAYER = {
  singleShotKill: { min: 0, max: 1, doc: 'Chance that one shot kills, given that nothing shared has failed.' },
  commonMode: { min: 0, max: 1, doc: 'Chance that a cause of failure shared by many shots does not occur.' },
} as const satisfies Quantities;

export const RAID = {
  count: { min: 1, max: 1_000, whole: true, doc: 'Missiles in this group.' },
  within_s: { min: 0, max: 86_400, doc: 'Launch times are spread over this time.' },
} as const satisfies Quantities;
