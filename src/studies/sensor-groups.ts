/**
 * Sensors that may be missing together: one sensor, a system of several, all that a nation hosts, and modes in which a network is
 * degraded. `cover` and `warn` tell what is lost without each.
 */
import { satellites_count, type SensorPlan } from '../scenario/plan/sensor-plan.js';

/** Some satellites of one sensor of a plan, or all of it. */
export interface GroupPart {
  readonly sensor: number;
  /** Numbers of the satellites that are out; left out where all are. */
  readonly satellites?: readonly number[];
}

export interface SensorGroup {
  readonly name: string;
  readonly kind: 'sensor' | 'nation' | 'degraded';
  readonly parts: readonly GroupPart[];
}

const wholeSensors = (sensors: readonly SensorPlan[], isOut: (sensor: SensorPlan) => boolean): GroupPart[] => sensors.flatMap((sensor, index) => (isOut(sensor) ? [{ sensor: index }] : []));

/** Names by which sensors may be left out: of sensors, of systems of several sensors, of nations. */
export function groupNames(sensors: readonly SensorPlan[]): string[] {
  return [...new Set(sensors.flatMap(({ name, system, nation }) => [name, system, nation]))];
}

/** Sensors that a name stands for; empty for a name that stands for none. */
export function sensorsNamed(sensors: readonly SensorPlan[], name: string): SensorPlan[] {
  return sensors.filter((sensor) => sensor.name === name || sensor.system === name || sensor.nation === name);
}

/** One group for each sensor, each system of several sensors and each nation. */
export function everyGroup(sensors: readonly SensorPlan[]): SensorGroup[] {
  const names = [...new Set(sensors.map(({ name }) => name))], nations = [...new Set(sensors.map(({ nation }) => nation))];
  const systems = [...new Set(sensors.map(({ system }) => system))].filter((system) => !names.includes(system));
  return [
    ...[...names, ...systems].map((name): SensorGroup => ({ name, kind: 'sensor', parts: wholeSensors(sensors, (sensor) => sensor.name === name || sensor.system === name) })),
    ...nations.map((nation): SensorGroup => ({ name: nation, kind: 'nation', parts: wholeSensors(sensors, (sensor) => sensor.nation === nation) })),
  ];
}

/** Modes that this set of sensors can be degraded to: a plane of each shell out, half of its planes, all of one kind. */
export function degradedModes(sensors: readonly SensorPlan[]): SensorGroup[] {
  const modes = sensors.flatMap((sensor, index): SensorGroup[] => {
    if (!('orbit' in sensor) || sensor.orbit.kind !== 'walker') return [];
    const { planes_count, perPlane_count } = sensor.orbit.shell;
    const planes = (isOut: (plane: number) => boolean): GroupPart[] => [{ sensor: index, satellites: Array.from({ length: planes_count * perPlane_count }, (_, s) => s).filter((s) => isOut(Math.floor(s / perPlane_count))) }];
    return planes_count < 2 ? [] : [
      { name: `${sensor.name}: one plane out`, kind: 'degraded', parts: planes((plane) => plane === 0) },
      { name: `${sensor.name}: every second plane out`, kind: 'degraded', parts: planes((plane) => plane % 2 === 1) },
    ];
  });
  const kinds: readonly (readonly [string, (sensor: SensorPlan) => boolean])[] = [
    ['all radars on the ground out', ({ model }) => model === 'radar' || model === 'over-horizon-radar'],
    ['all geostationary satellites out', (sensor) => 'orbit' in sensor && sensor.orbit.kind === 'geostationary'],
    ['all infrared satellites out', ({ model }) => model === 'infrared'],
  ];
  const whole = kinds.map(([name, isOut]): SensorGroup => ({ name, kind: 'degraded', parts: wholeSensors(sensors, isOut) }));
  return [...modes, ...whole].filter(({ parts }) => parts.length > 0);
}

/** True when a satellite of a sensor is out with a group. */
export function isOut(group: SensorGroup, sensor: number, satellite: number): boolean {
  return group.parts.some((part) => part.sensor === sensor && (part.satellites === undefined || part.satellites.includes(satellite)));
}

/** Satellites and sites that are out. */
export function out_count(group: SensorGroup, sensors: readonly SensorPlan[]): number {
  return group.parts.reduce((sum, { sensor, satellites }) => sum + (satellites?.length ?? satellites_count(sensors[sensor])), 0);
}
