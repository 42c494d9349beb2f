/**
 * A replayed run as KML 2.2 with Google's track extension: one placemark per missile and shot, each with the time of
 * every sample. Longitude and latitude in degrees on WGS-84, altitude in metres above the ellipsoid; viewers that
 * measure from mean sea level differ by the geoid, at most about 110 m.
 */
import type { EcefPath, Replay } from '../engine/record/record.js';
import { formatUtc } from '../kernel/epoch.js';
import { ecefToGeodetic } from '../kernel/earth/geodesy.js';
import { DEG_RAD } from '../kernel/units.js';
import { missileLabel, missileStory, shotLabel, shotStory } from './replay-text.js';
import { aabbggrr, type Role } from './role-colours.js';
import { xmlText } from './xml.js';

export function replayKml(replay: Replay, title: string, about: string): string {
  const placemarks = [
    ...replay.sensors.map((sensor) => {
      const [x, y, z] = sensor.position_ecef_m;
      return placemark(sensor.name, sensor.model, 'context', `<Point><altitudeMode>absolute</altitudeMode><coordinates>${geodetic(x, y, z).join(',')}</coordinates></Point>`);
    }),
    ...replay.missiles.map((missile) =>
      placemark(missileLabel(missile), missileStory(missile), missile.fate === 'leaked' ? 'gotThrough' : 'attack', track(replay, missile.path))),
    ...replay.shots.map((shot) => placemark(shotLabel(shot), shotStory(shot), 'defence', track(replay, shot.path))),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">',
    '<Document>',
    `<name>${xmlText(title)}</name>`,
    `<description>${xmlText(about)}</description>`,
    ...(['attack', 'defence', 'gotThrough', 'context'] as const).map(style),
    ...placemarks,
    '</Document>',
    '</kml>',
    '',
  ].join('\n');
}

function style(role: Role): string {
  const colour = aabbggrr(role);
  return `<Style id="${role}"><IconStyle><color>${colour}</color><scale>0.6</scale></IconStyle><LineStyle><color>${colour}</color><width>2</width></LineStyle></Style>`;
}

function placemark(name: string, description: string, role: Role, geometry: string): string {
  return `<Placemark><name>${xmlText(name)}</name><description>${xmlText(description)}</description><styleUrl>#${role}</styleUrl>${geometry}</Placemark>`;
}

function track(replay: Replay, path: EcefPath): string {
  const whens: string[] = [];
  const coordinates: string[] = [];
  for (let sample = 0; sample < path.t_s.length; sample++) {
    const at = 3 * sample;
    whens.push(`<when>${formatUtc(replay.epoch_s + (path.t_s[sample] ?? 0))}</when>`);
    coordinates.push(`<gx:coord>${geodetic(path.position_ecef_m[at] ?? 0, path.position_ecef_m[at + 1] ?? 0, path.position_ecef_m[at + 2] ?? 0).join(' ')}</gx:coord>`);
  }
  return `<gx:Track><altitudeMode>absolute</altitudeMode>${whens.join('')}${coordinates.join('')}</gx:Track>`;
}

/** Longitude and latitude in degrees, altitude in metres, as text. */
function geodetic(x_ecef_m: number, y_ecef_m: number, z_ecef_m: number): [string, string, string] {
  const out = [0, 0, 0];
  ecefToGeodetic(x_ecef_m, y_ecef_m, z_ecef_m, out);
  const [lat_rad = 0, lon_rad = 0, altitude_m = 0] = out;
  return [(lon_rad / DEG_RAD).toFixed(6), (lat_rad / DEG_RAD).toFixed(6), altitude_m.toFixed(1)];
}
