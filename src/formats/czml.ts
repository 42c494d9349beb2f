/**
 * A replayed run as CZML (the JSON that Cesium-based viewers read): one document packet with the clock, then a packet
 * for each missile, shot and sensor. Positions are sampled in the Earth-fixed frame in metres, times in seconds from
 * the epoch of the run; viewers interpolate linearly between samples, as the page does.
 */
import type { EcefPath, Replay } from '../engine/record/record.js';
import { formatUtc } from '../kernel/epoch.js';
import { rgba, type Role } from './role-colours.js';
import { missileLabel, missileStory, shotLabel, shotStory } from './replay-text.js';

export interface CzmlPacket {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** `about` is the provenance line that goes with every picture. */
export function replayCzml(replay: Replay, title: string, about: string): CzmlPacket[] {
  const epoch = formatUtc(replay.epoch_s);
  const interval = `${epoch}/${formatUtc(replay.epoch_s + replay.end_s)}`;
  return [
    {
      id: 'document',
      name: title,
      version: '1.0',
      description: about,
      clock: { interval, currentTime: epoch, multiplier: 10, range: 'CLAMPED', step: 'SYSTEM_CLOCK_MULTIPLIER' },
    },
    ...replay.sensors.map((sensor) => ({
      id: `sensor/${sensor.key}`,
      name: sensor.name,
      position: { referenceFrame: 'FIXED', cartesian: [...sensor.position_ecef_m] },
      point: { color: { rgba: rgba('context') }, pixelSize: 6 },
    })),
    ...replay.movingSensors.map((sensor) => ({ id: `sensor/${sensor.key}`, name: sensor.name, ...movingPoint(replay, sensor.path, { role: 'context', pixelSize: 4 }) })),
    ...replay.missiles.map((missile) => ({
      id: `missile/${missile.key}`,
      name: missileLabel(missile),
      description: missileStory(missile),
      ...movingPoint(replay, missile.path, { role: missile.fate === 'leaked' ? 'gotThrough' : 'attack', pixelSize: 8 }),
    })),
    ...replay.shots.map((shot, index) => ({
      id: `shot/${index}`,
      name: shotLabel(shot),
      description: shotStory(shot),
      ...movingPoint(replay, shot.path, { role: 'defence', pixelSize: 6 }),
    })),
  ];
}

interface PointStyle {
  readonly role: Role;
  readonly pixelSize: number;
}

function movingPoint(replay: Replay, path: EcefPath, style: PointStyle): Record<string, unknown> {
  const count = path.t_s.length;
  if (count === 0) return {};
  const epoch = formatUtc(replay.epoch_s);
  const cartesian: number[] = [];
  for (let sample = 0; sample < count; sample++) {
    cartesian.push(millis(path.t_s[sample]), ...[0, 1, 2].map((axis) => millis(path.position_ecef_m[3 * sample + axis])));
  }
  const first_s = path.t_s[0] ?? 0;
  const last_s = path.t_s[count - 1] ?? 0;
  const colour = { rgba: rgba(style.role) };
  return {
    availability: `${formatUtc(replay.epoch_s + first_s)}/${formatUtc(replay.epoch_s + last_s)}`,
    position: { epoch, referenceFrame: 'FIXED', interpolationAlgorithm: 'LINEAR', interpolationDegree: 1, cartesian },
    point: { color: colour, pixelSize: style.pixelSize },
    path: { material: { solidColor: { color: { rgba: rgba(style.role, 160) } } }, width: 2, leadTime: 0, trailTime: Math.ceil(last_s - first_s) },
  };
}

/** Millimetres and milliseconds are enough for a picture and keep the file small. */
function millis(value: number | undefined): number {
  return Math.round((value ?? 0) * 1000) / 1000;
}
