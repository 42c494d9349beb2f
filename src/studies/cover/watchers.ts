/**
 * What a watch over the Earth needs to know of sensors, however they work: who they are, which cells those see that stand still
 * over the ground, where the others are at a moment and in which rings each of them sees. A watcher is one satellite or one site;
 * a sensor has one or many. Space is stretched along the polar axis so that the Earth's ellipsoid is a sphere (as sight lines do),
 * hence cells are even in area over that sphere and their latitude is the reduced one.
 */
import type { Rings } from './rings.js';

export interface WatchedSensor {
  readonly name: string;
  /** One system may have several sensors, as geostationary satellites. */
  readonly system: string;
  readonly nation: string;
  /** Sees heat and measures directions; anything else measures ranges too. */
  readonly isInfrared: boolean;
  readonly watchers_count: number;
  /** One standard deviation of a measured direction; 0 where none is measured. */
  readonly angularError_rad: number;
}

export interface FixedWatcher {
  readonly sensor: number;
  readonly x_m: number;
  readonly y_m: number;
  readonly z_m: number;
  /** True when it sees an Earth-fixed place at the altitude of the watch, whatever the Sun. */
  sees(x_m: number, y_m: number, z_m: number): boolean;
  /** Lines of sight nearer to the Sun than this are lost; 0 where there is no such limit. */
  readonly sunExclusion_rad: number;
}

export interface MovingWatchers {
  readonly sensor: number;
  readonly count: number;
  /** Earth-fixed positions, not stretched, of all `count` from index `first` on. */
  place(t_s: number, x_m: Float64Array, y_m: Float64Array, z_m: Float64Array, first: number): void;
  /** Rings of one of them, `radius_m` from the Earth's centre in stretched space. */
  rings(radius_m: number): Rings;
  /** Lines of sight nearer to the Sun than this are lost; 0 where there is no such limit. */
  readonly sunExclusion_rad: number;
}

export interface Watchers {
  readonly sensors: readonly WatchedSensor[];
  /** Those that the Sun does not trouble come first. */
  readonly fixed: readonly FixedWatcher[];
  readonly moving: readonly MovingWatchers[];
  /** Unit vector towards the Sun, Earth-fixed. */
  sun(t_s: number, out: Float64Array): void;
}

/** Sensor of each watcher: the fixed ones first, then those of each moving set in turn. */
export function sensorOfWatchers({ fixed, moving }: Watchers): Int32Array {
  return Int32Array.from([...fixed.map(({ sensor }) => sensor), ...moving.flatMap(({ sensor, count }) => Array.from({ length: count }, () => sensor))]);
}
