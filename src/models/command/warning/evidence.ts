/**
 * What a warning centre is told, and how far it goes. Two kinds of sensor, infrared and radar, see missiles; a data link only
 * passes on a number, and a statement only passes on words. Times in seconds from the start of the event, angles in rad.
 */

/** From nothing to an attack that has been confirmed. Names and order are a contract. */
export const LEVELS = ['none', 'watch', 'probable', 'confirmed'] as const;
export type Level = (typeof LEVELS)[number];

export const SENSOR_KINDS = ['infrared', 'radar'] as const;
export type SensorKind = (typeof SENSOR_KINDS)[number];

/** `degraded`: its sightings count for a watch, but not as one of the several that make an attack probable. */
export const HEALTHS = ['good', 'degraded', 'failed'] as const;
export type Health = (typeof HEALTHS)[number];

/** Marks on a source which say that what it shows may not be real. */
export const FLAGS = ['exercise-tape', 'training-data', 'self-test'] as const;
export type Flag = (typeof FLAGS)[number];

/** Where what is seen is going, as far as the sensor can tell. */
export const HEADINGS = ['defended', 'elsewhere', 'unknown'] as const;
export type Heading = (typeof HEADINGS)[number];

export interface WarningSensor {
  readonly name: string;
  readonly kind: SensorKind;
  readonly health: Health;
}

/** What a sensor shows: so many objects, or none although it looks where they would have to be. */
export interface SensorReport {
  readonly what: 'report';
  readonly at_s: number;
  readonly sensor: string;
  readonly objects_count: number;
  /** The sensor's own confidence that the objects are missiles. */
  readonly confidence_prob: number;
  readonly heading: Heading;
  /** Believed place and direction of the launch; NaN where not known. */
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly azimuth_rad: number;
  /** Measured distance and speed; NaN where not measured. */
  readonly range_m: number;
  readonly speed_mps: number;
}

/** A number of missiles on a display or a data link. Sensors stand behind it, or should. */
export interface LinkMessage {
  readonly what: 'message';
  readonly at_s: number;
  readonly link: string;
  readonly objects_count: number;
}

/** Words: that there is an attack, or, from somebody who can ask the sensors, that there is none. */
export interface Statement {
  readonly what: 'statement';
  readonly at_s: number;
  readonly by: string;
  readonly claim: 'attack' | 'no-attack';
}

export interface HealthChange {
  readonly what: 'health';
  readonly at_s: number;
  readonly sensor: string;
  readonly health: Health;
}

/** A flag is put on a sensor or a link, or taken off it. */
export interface FlagChange {
  readonly what: 'flag';
  readonly at_s: number;
  readonly source: string;
  readonly flag: Flag;
  readonly state: 'set' | 'cleared';
}

export type WarningEvent = SensorReport | LinkMessage | Statement | HealthChange | FlagChange;

/** The same report without what the sensor cannot tell. */
export const UNMEASURED = { lat_rad: NaN, lon_rad: NaN, azimuth_rad: NaN, range_m: NaN, speed_mps: NaN } as const;
