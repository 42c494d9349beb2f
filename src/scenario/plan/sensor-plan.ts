/**
 * Sensors and what they see of a threat, as they stand in a plan: SI, angles in rad, ratios linear (no decibels), every default
 * filled. A constellation whose satellites share one shell or come as element sets is one entry; geostationary and highly
 * elliptical satellites are an entry each. Luck belongs to a satellite: its key is `key`, or `key/number` in a constellation.
 */
import type { Place, WalkerShellPlan } from './plan.js';

/** How one thing looks to sensors. Intensities are those in the band of the sensor that looks. */
export interface SignaturePlan {
  /** Of the plume, by stage from the first to burn; empty for what has no boost. */
  readonly plume_Wpsr: readonly number[];
  /** Of a fast body in thin air, by its brightness class. */
  readonly bright_Wpsr: number;
  readonly dim_Wpsr: number;
  /** Of a body without thrust: seen only against space. */
  readonly body_Wpsr: number;
  /** Radar cross-section while stages are attached, and of what is left afterwards. */
  readonly boosterRcs_m2: number;
  readonly bodyRcs_m2: number;
}

interface SensorCommonPlan {
  readonly key: string;
  /** Unique among the sensors of a plan; of one satellite of several with its number, as in `sbirs-geo-2`. */
  readonly name: string;
  /** Name of the catalogue's file: one system, however many satellites. */
  readonly system: string;
  /** Nation whose territory hosts it; of a satellite, whose it is. */
  readonly nation: string;
  /** Node of the command graph at which its reports start. */
  readonly node?: string;
  /** Time between looks at one place. */
  readonly revisit_s: number;
  readonly reportDelay_s: number;
}

/** Over one longitude of the equator. */
export interface GeostationaryOrbitPlan {
  readonly kind: 'geostationary';
  readonly lon_rad: number;
}

/**
 * One satellite on an ellipse. Elements at the start of the raid, node counted in Earth-fixed axes. A run draws when in its
 * round the system is, the same for all its satellites: their ground tracks and distances stay.
 */
export interface KeplerOrbitPlan {
  readonly kind: 'kepler';
  readonly semiMajorAxis_m: number;
  readonly eccentricity: number;
  readonly inclination_rad: number;
  readonly argumentOfPerigee_rad: number;
  readonly node_rad: number;
  readonly meanAnomaly_rad: number;
}

/** A Walker shell; a run draws its node and phase. */
export interface WalkerOrbitPlan {
  readonly kind: 'walker';
  readonly shell: WalkerShellPlan;
}

/** Public element sets, at their true times. Lines of a two-line element set, or the fields of an orbit mean-elements message. */
export type ElementSetPlan =
  | { readonly name: string; readonly line1: string; readonly line2: string }
  | { readonly name: string; readonly omm: Readonly<Record<string, string | number>> };

export interface ElementsOrbitPlan {
  readonly kind: 'elements';
  readonly sets: readonly ElementSetPlan[];
}

export type OrbitPlan = GeostationaryOrbitPlan | KeplerOrbitPlan | WalkerOrbitPlan | ElementsOrbitPlan;

export interface InfraredSensorPlan extends SensorCommonPlan {
  readonly model: 'infrared';
  readonly orbit: OrbitPlan;
  /** A scanner passes at a random moment of its revisit time; a starer needs that time of clear view. */
  readonly look: 'scanning' | 'staring';
  /** Height from which a plume is seen above cloud. */
  readonly cloudBreak_m: number;
  /** A line of sight that passes the Earth must do so at least this high; one that does not meets space behind the target. */
  readonly grazingAltitude_m: number;
  /** Lowest elevation of the satellite above the target's horizon, for targets on the near side. Zero or less lets it look past the limb. */
  readonly minElevation_rad: number;
  /** Field of regard: half-angle about the nadir. */
  readonly maxOffNadir_rad: number;
  readonly noiseEquivalentIrradiance_Wpm2: number;
  /** Noise against the Earth over that against space. */
  readonly sceneNoise: number;
  readonly falseAlarm_prob: number;
  /** One standard deviation of a measured direction where the signal is strong: size of a pixel and pointing. */
  readonly angularError_rad: number;
  readonly sunExclusion_rad: number;
}

export interface RadarFacePlan {
  readonly azimuth_rad: number;
  readonly width_rad: number;
}

export interface RadarSensorPlan extends SensorCommonPlan {
  readonly model: 'radar';
  readonly place: Place;
  readonly faces: readonly RadarFacePlan[];
  readonly minElevation_rad: number;
  readonly maxElevation_rad: number;
  /** At this range a target of the reference cross-section has the reference signal-to-noise ratio (linear, one look of the search fence). */
  readonly range_m: number;
  readonly referenceRcs_m2: number;
  readonly referenceSnr: number;
  readonly swerling: 0 | 1 | 2 | 3 | 4;
  readonly falseAlarm_prob: number;
  /** Once an infrared satellite has reported the missile: how much more signal a look has, and how often it looks. */
  readonly cueGain: number;
  readonly cueRevisit_s: number;
  /** Objects that it can follow at once. */
  readonly tracks_count: number;
  /** One standard deviation of a measurement at the reference signal-to-noise ratio. */
  readonly rangeError_m: number;
  readonly angleError_rad: number;
  readonly speedError_mps: number;
}

/** Sky-wave radar: an annulus within a sector, and nothing but things that fly in the air. */
export interface OverHorizonRadarSensorPlan extends SensorCommonPlan {
  readonly model: 'over-horizon-radar';
  readonly place: Place;
  readonly minRange_m: number;
  readonly maxRange_m: number;
  readonly sectorCentre_rad: number;
  readonly sectorWidth_rad: number;
  /** Highest target that it lights. */
  readonly maxAltitude_m: number;
  /** Chance that one look detects what flies there. */
  readonly detection_prob: number;
}

/** Satellites that follow things that fly in the air by radar. */
export interface AirTrackerSensorPlan extends SensorCommonPlan {
  readonly model: 'air-tracker';
  readonly orbit: OrbitPlan;
  readonly minElevation_rad: number;
  readonly maxOffNadir_rad: number;
  readonly maxAltitude_m: number;
  readonly detection_prob: number;
}

export type SensorPlan = InfraredSensorPlan | RadarSensorPlan | OverHorizonRadarSensorPlan | AirTrackerSensorPlan;

/** True for what sees heat; everything else gives the evidence of a radar. */
export const isInfrared = (sensor: SensorPlan): sensor is InfraredSensorPlan => sensor.model === 'infrared';

/** Number of satellites (or sites) that stand behind an entry. */
export function satellites_count(sensor: SensorPlan): number {
  if (sensor.model === 'radar' || sensor.model === 'over-horizon-radar') return 1;
  const { orbit } = sensor;
  if (orbit.kind === 'walker') return orbit.shell.planes_count * orbit.shell.perPlane_count;
  return orbit.kind === 'elements' ? orbit.sets.length : 1;
}

/** Key and name of one of them. */
export const satelliteKey = (sensor: SensorPlan, satellite: number): string => (satellites_count(sensor) > 1 ? `${sensor.key}/${satellite}` : sensor.key);
export function satelliteName(sensor: SensorPlan, satellite: number): string {
  if (satellites_count(sensor) === 1) return sensor.name;
  if (!('orbit' in sensor)) return sensor.name;
  const { orbit } = sensor;
  if (orbit.kind === 'elements') return orbit.sets[satellite]?.name ?? sensor.name;
  if (orbit.kind !== 'walker') return sensor.name;
  const plane = Math.floor(satellite / orbit.shell.perPlane_count);
  return `${sensor.name} ${plane + 1}-${satellite - plane * orbit.shell.perPlane_count + 1}`;
}
