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

/** What every class of threat has. */
export const THREAT = {
  inFlightFailure_prob: { min: 0, max: 1, doc: 'Chance that a missile fails by itself in powered flight; of a cruise missile, on its way.' },
} as const satisfies Quantities;

/** What all classes have that a rocket lifts. */
export const BOOSTER = {
  payload_kg: { min: 0, above: true, max: 20_000, doc: 'Mass carried to the target, without the last stage.' },
  ballisticCoefficient_kgpm2: { min: 100, max: 50_000, doc: 'Mass over drag area of the re-entry body.' },
  verticalRise_s: { min: 0, above: true, max: 60, doc: 'Time of vertical flight before pitch-over.' },
  burnTimeSpread: { min: 0, max: 0.3, doc: 'One standard deviation of burn time, as a share of it.' },
  ...THREAT,
} as const satisfies Quantities;

export const BUS = {
  warheads: { min: 1, max: 20, whole: true, doc: 'Warheads that the missile carries.' },
  interval_s: { min: 0, max: 600, doc: 'Time between one release and the next.' },
  deltaV_mps: { min: 0, max: 2_000, doc: 'Velocity that the bus can give in all.' },
} as const satisfies Quantities;

export const DECOYS = {
  perMissile: { min: 0, max: 100, whole: true, doc: 'Credible decoys that a missile sets free.' },
  ballisticCoefficient_kgpm2: { min: 0.1, max: 50_000, doc: 'Mass over drag area of a decoy.' },
  separation_mps: { min: 0, max: 100, doc: 'Speed at which decoys leave the missile.' },
} as const satisfies Quantities;

export const GLIDE = {
  liftToDrag: { min: 0.1, max: 10, doc: 'Lift over drag in the glide.' },
  glideCoefficient_kgpm2: { min: 100, max: 100_000, doc: 'Mass over drag area in the glide.' },
  maxBank_deg: { min: 0, max: 89, doc: 'Steepest bank in a turn.' },
  apogee_km: { min: 40, max: 500, doc: 'Apogee that the boost aims for.' },
  maxLoad_g: { min: 1, max: 100, doc: 'Greatest load in the pull-up and in turns.' },
  diveSpeed_kmps: { min: 0.3, max: 7.5, doc: 'Below this speed it dives at its target.' },
} as const satisfies Quantities;

/** A row of the table that says how bright a fast thing is in thin air. */
export const BRIGHTNESS = {
  fromSpeed_kmps: { min: 0, max: 8, doc: 'At this speed or faster it is as bright as this class.' },
  belowAltitude_km: { min: 0, above: true, max: 150, doc: 'Above this altitude it is not.' },
} as const satisfies Quantities;

export const FRACTIONAL_ORBIT = {
  orbitAltitude_km: { min: 100, max: 2_000, doc: 'Altitude of the circular orbit that it enters.' },
  deorbit_mps: { min: 0, above: true, max: 3_000, doc: 'Change of velocity of the burn that takes it out of orbit.' },
  deorbitBurn_s: { min: 0, above: true, max: 600, doc: 'Duration of that burn.' },
} as const satisfies Quantities;

export const CRUISE = {
  speed_mps: { min: 0, above: true, max: 3_000, doc: 'Speed over the ground.' },
  altitude_m: { min: 0, above: true, max: 40_000, doc: 'Height of its cruise above the ellipsoid.' },
  range_km: { min: 0, above: true, max: 20_000, doc: 'Longest way, along its route.' },
  dive_km: { min: 0, max: 200, doc: 'Distance from the target at which it dives.' },
} as const satisfies Quantities;

export const SPACE_INTERCEPTOR = {
  speed_kmps: { min: 0, above: true, max: 20, doc: 'Velocity gained in the burn, relative to the carrier.' },
  acceleration_g: { min: 0, above: true, max: 200, doc: 'Mean acceleration in the burn.' },
  deadTime_s: { min: 0, max: 120, doc: 'From commit to ignition.' },
  divert_kmps: { min: 0, max: 10, doc: 'Velocity kept for correcting a wrong prediction.' },
  floorAltitude_km: { min: 0, max: 1_000, doc: 'Lowest altitude at which it can meet a target.' },
  batteryLife_s: { min: 0, above: true, max: 3_600, doc: 'Longest flight.' },
} as const satisfies Quantities;

/** A second stage in orbit; the first is that of the interceptor itself. */
export const SECOND_STAGE = {
  coast_s: { min: 0, max: 600, doc: 'Between the burns of the two stages.' },
  speed_kmps: { min: 0, above: true, max: 20, doc: 'Velocity gained by the second stage.' },
  acceleration_g: { min: 0, above: true, max: 200, doc: 'Mean acceleration of the second stage.' },
} as const satisfies Quantities;

export const ON_ORBIT = {
  reliability: { min: 0, above: true, max: 1, doc: 'Chance that an interceptor that has waited in orbit works when called.' },
} as const satisfies Quantities;

/** What stages are made of, where mass is built up stage by stage. */
export const INTERCEPTOR_BUILD = {
  structuralFraction: { min: 0.01, max: 0.9, doc: 'Structure of a stage over its structure and propellant.' },
  specificImpulse_s: { min: 40, max: 1_000, doc: 'Specific impulse of the stages.' },
} as const satisfies Quantities;

export const GROUND_INTERCEPTOR = {
  payload_kg: { min: 0, above: true, max: 20_000, doc: 'Kill vehicle and all that stays with it after the last stage.' },
  verticalRise_s: { min: 0, above: true, max: 60, doc: 'Time of vertical flight before pitch-over.' },
  deadTime_s: { min: 0, max: 600, doc: 'From commit to first motion.' },
  floorAltitude_km: { min: 0, max: 1_000, doc: 'Lowest altitude of an intercept.' },
  ceilingAltitude_km: { min: 0, above: true, max: 10_000, doc: 'Highest altitude of an intercept.' },
  batteryLife_s: { min: 0, above: true, max: 7_200, doc: 'Longest flight.' },
  ballisticCoefficient_kgpm2: { min: 10, max: 100_000, optional: true, doc: 'Mass over drag area of what flies on after burn-out; of effect in air only.' },
} as const satisfies Quantities;

/** What limits a battery beside its rounds: how far it may reach, how fast it can launch, and what its radar sees and supports. None where left out. */
export const LAUNCHER = {
  maxRange_km: { min: 0, above: true, max: 20_000, optional: true, doc: 'Longest distance over the ground from the battery to a meeting.' },
  ready: { min: 1, max: 10_000, whole: true, optional: true, doc: 'Rounds that stand ready on launchers; the others of the magazine must be loaded first.' },
  reload_s: { min: 0, max: 86_400, optional: true, doc: 'From a launch until the same place on a launcher is ready again; never when left out.' },
  launchInterval_s: { min: 0, max: 600, optional: true, doc: 'Time between two launches of a battery.' },
  guided: { min: 1, max: 10_000, whole: true, optional: true, doc: "Shots that the battery's radar can support in the air at once." },
  antennaHeight_m: { min: 0, above: true, max: 5_000, optional: true, doc: "Height of the battery's own radar; it meets only what stays above that radar's horizon from launch to meeting." },
} as const satisfies Quantities;

export const MAGAZINE = {
  magazine: { min: 1, max: 10_000, whole: true, optional: true, doc: 'Interceptors of one battery.' },
} as const satisfies Quantities;

export const SHELL = {
  count: { min: 1, max: 100_000, whole: true, doc: 'Satellites in the shell; a change alters the satellites per plane.' },
  planes: { min: 1, max: 1_000, whole: true, doc: 'Orbital planes, evenly spaced in node.' },
  perSatellite: { min: 1, max: 20, whole: true, doc: 'Interceptors that each satellite carries.' },
  phasing: { min: 0, max: 999, whole: true, doc: "Walker's F: satellites in the next plane lead by F·360°/count." },
  altitude_km: { min: 150, max: 2_000, doc: 'Altitude of the circular orbits above the equatorial radius.' },
  inclination_deg: { min: 0, above: true, max: 180, doc: 'Inclination of all planes.' },
} as const satisfies Quantities;

export const PLACE = {
  lat_deg: { min: -90, max: 90, doc: 'Geodetic latitude, north positive.' },
  lon_deg: { min: -180, max: 360, doc: 'Longitude, east positive.' },
} as const satisfies Quantities;

/** Numbers of arms control and of notices; an instrument has some of them. */
export const TREATY_LIMITS = {
  deployedWarheads_count: { min: 0, max: 100_000, whole: true, optional: true, doc: 'Warheads on deployed launchers.' },
  deployedLaunchers_count: { min: 0, max: 100_000, whole: true, optional: true, doc: 'Deployed ICBMs, SLBMs and heavy bombers.' },
  totalLaunchers_count: { min: 0, max: 100_000, whole: true, optional: true, doc: 'Launchers and heavy bombers, deployed or not.' },
  interceptors_count: { min: 0, max: 100_000, whole: true, optional: true, doc: 'Interceptors and launchers at the sites that are allowed.' },
  sites_count: { min: 0, max: 1_000, whole: true, optional: true, doc: 'Deployment areas.' },
  areaRadius_km: { min: 0, max: 20_000, optional: true, doc: 'Radius of a deployment area.' },
  notice_h: { min: 0, max: 10_000, optional: true, doc: 'Least time from notice to launch.' },
  range_km: { min: 0, max: 20_000, optional: true, doc: 'Missiles of a longer range are meant.' },
} as const satisfies Quantities;

/** How places are weighed where seats of government count; the two shares together leave something for people. */
export const LOCATION_WEIGHTS = {
  federalShare: { min: 0, max: 0.5, doc: 'Share of all weight for the seat of the federal government.' },
  stateShare: { min: 0, max: 0.5, doc: 'Share of all weight for the seats of states and territories, the same for each.' },
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

export const ORBIT_LIFE = {
  quietAt200: { min: 0.01, max: 1, doc: 'Density at 200 km around a minimum of the Sun, over that of mean activity.' },
  quietAt400: { min: 0.01, max: 1, doc: 'The same at 400 km.' },
  quietAt600: { min: 0.01, max: 1, doc: 'The same at 600 km.' },
  activeAt200: { min: 1, max: 100, doc: 'Density at 200 km around a maximum of the Sun, over that of mean activity.' },
  activeAt400: { min: 1, max: 100, doc: 'The same at 400 km.' },
  activeAt600: { min: 1, max: 100, doc: 'The same at 600 km.' },
  dragCoefficient: { min: 1, max: 4, doc: 'Drag coefficient of a satellite.' },
  massToArea_kgpm2: { min: 1, max: 5_000, doc: 'Mass over frontal area of a satellite.' },
  specificImpulse_s: { min: 40, max: 10_000, doc: 'Specific impulse of the engine that makes up for drag.' },
  life_y: { min: 0.1, max: 50, doc: 'Service life of a satellite.' },
  spareShare: { min: 0, max: 1, doc: 'Spares in orbit, as a share of the satellites that must work.' },
  launchCapacity_kg: { min: 10, max: 1_000_000, doc: 'What one launch lifts to such an orbit.' },
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

/** Errors of the look after a shot. */
export const ASSESSMENT_ERROR = {
  hitCalledMiss: { min: 0, max: 1, doc: 'Chance that the look calls an object alive that has been hit.' },
  missCalledHit: { min: 0, max: 1, doc: 'Chance that the look calls an object dead that flies on.' },
} as const satisfies Quantities;

/** What is stopped without an interceptor. */
export const BEFORE = {
  launchPrevented: { min: 0, max: 1, doc: 'Chance that a planned missile is never launched because of what the defender does before.' },
  nonKinetic: { min: 0, max: 1, doc: 'Chance that a launched missile is stopped in powered flight by other means than an interceptor; of a cruise missile, on its way.' },
} as const satisfies Quantities;

/** Single-shot kill by class of threat, by the names of the classes. */
export const KILL_AGAINST = {
  'staged-ballistic': { min: 0, max: 1, doc: 'Chance that one shot kills a ballistic missile or its warhead.' },
  'boost-glide': { min: 0, max: 1, doc: 'Chance that one shot kills a glider.' },
  'fractional-orbital': { min: 0, max: 1, doc: 'Chance that one shot kills a missile on a fractional orbit.' },
  cruise: { min: 0, max: 1, doc: 'Chance that one shot kills a cruise missile or drone.' },
} as const satisfies Quantities;

export const LAYER = {
  singleShotKill: { min: 0, max: 1, doc: 'Chance that one shot kills, given that nothing shared has failed.' },
  commonMode: { min: 0, max: 1, doc: 'Chance that a cause of failure shared by many shots does not occur.' },
} as const satisfies Quantities;

export const RAID = {
  count: { min: 1, max: 1_000, whole: true, doc: 'Missiles in this group.' },
  within_s: { min: 0, max: 86_400, doc: 'Launch times are spread over this time by chance.' },
  every_s: { min: 0, above: true, max: 3_600, doc: 'Ripple: each missile is launched this long after the one before.' },
  start_s: { min: 0, max: 86_400, doc: 'First launch of this group after the start of the raid.' },
  weight: { min: 0, above: true, max: 1_000_000, doc: 'Share of the missiles, relative to the other entries of the list.' },
} as const satisfies Quantities;

/** A second salvo. */
export const AGAIN = {
  after_min: { min: 0, above: true, max: 1_440, doc: 'From the first launch of the first salvo to that of the second.' },
} as const satisfies Quantities;

/** Timing that a raid takes from its default card. */
export const RAID_TIMING = {
  within_s: RAID.within_s,
  orbit_min: { min: 80, max: 150, doc: 'One orbit, where the scenario has no shell whose altitude tells it.' },
} as const satisfies Quantities;
