/** The answer of `cupola fly`: JSON keys of the contract, a table with units, and the flight as comma-separated values. */
import { citationLine, type Provenance } from '../figures/citation.js';
import { countText, toPlace } from '../figures/numbers.js';
import { textPairs } from '../figures/text-table.js';
import { csvText } from '../formats/csv.js';
import { ephemerisAt } from '../kernel/ephemeris.js';
import { distance_m, ecefToGeodetic } from '../kernel/geodesy.js';
import { fromSi } from '../kernel/units.js';
import { flyBallistic, type Launch } from '../models/threat/ballistic/ballistic.js';
import type { Flown } from './fly.js';
import type { Output } from './output.js';
import type { ThreatFlight } from './threat-card.js';

export function flightDocument(request: ThreatFlight, { flight, miss_m, remark }: Flown, provenance: Provenance): Record<string, unknown> {
  const { burnout, impact } = flight;
  return {
    missile: request.threat.name,
    payload_kg: request.threat.payload_kg,
    from: { name: request.origin.name, lat_deg: fromSi(request.origin.lat_rad, 'deg'), lon_deg: fromSi(request.origin.lon_rad, 'deg') },
    range_km: fromSi(flight.range_m, 'km'),
    apogee_km: fromSi(flight.apogee_m, 'km'),
    flightTime_s: impact.t_s,
    burnTime_s: flight.burnTime_s,
    burnout: {
      speed_kmps: fromSi(burnout.speed_mps, 'kmps'),
      altitude_km: fromSi(burnout.altitude_m, 'km'),
      flightPathAngle_deg: fromSi(burnout.flightPathAngle_rad, 'deg'),
    },
    impact: { lat_deg: fromSi(impact.lat_rad, 'deg'), lon_deg: fromSi(impact.lon_rad, 'deg'), miss_km: miss_m === null ? null : fromSi(miss_m, 'km') },
    remark,
    assumed: request.numbers
      .filter((number) => number.standing === 'assumed')
      .map(({ path, value, low, high, source }) => ({ path: path.replace('raid[0].threat.', ''), value, low, high, source })),
    provenance,
  };
}

export function flightText(request: ThreatFlight, { flight, miss_m, remark }: Flown, provenance: Provenance, output: Output): string {
  const { burnout, impact } = flight;
  const assumed = request.numbers.filter((number) => number.standing === 'assumed').length;
  const pairs: [string, string][] = [
    ['Range', `${kilometres(flight.range_m, 0)} over the ground`],
    ['Apogee', `${kilometres(flight.apogee_m, 0)} above the ellipsoid`],
    ['Flight time', `${countText(Math.round(impact.t_s))} s (${toPlace(impact.t_s / 60, -1)} min)`],
    ['Thrust ends', `${toPlace(flight.burnTime_s, -1)} s after launch`],
    ['Burn-out', `${toPlace(fromSi(burnout.speed_mps, 'kmps'), -2)} km/s relative to the Earth, ${toPlace(fromSi(burnout.flightPathAngle_rad, 'deg'), -1)}° above the horizon, at ${kilometres(burnout.altitude_m, 0)}`],
    ['Impact', `${toPlace(fromSi(impact.lat_rad, 'deg'), -3)}°, ${toPlace(fromSi(impact.lon_rad, 'deg'), -3)}°${miss_m === null ? '' : `, ${missText(miss_m)} from the aim`}`],
  ];
  return [
    output.styled('bold', `${request.threat.name} with ${countText(Math.round(request.threat.payload_kg))} kg from ${request.origin.name}`),
    textPairs(pairs),
    ...(remark === '' ? [] : [remark]),
    `${countText(assumed)} of ${countText(request.numbers.length)} numbers of this missile are assumed; cupola show threats ${request.threat.name} lists them.`,
    output.styled('dim', citationLine(provenance)),
  ].join('\n\n');
}

/** Every sample of the flight: place, height, speed relative to the Earth and ground range from the launch point. */
export function flightCsv(threat: ThreatFlight['threat'], launch: Launch): string {
  const { ephemeris } = flyBallistic(threat, launch, { withEphemeris: true });
  if (ephemeris === undefined) throw new Error('the flight was not recorded');
  const state = new Float64Array(6);
  const place = [0, 0, 0];
  const rows: number[][] = [];
  for (const part of ephemeris.parts) {
    // The last row of a part is the first of the next.
    const isLast = part === ephemeris.parts.at(-1);
    for (let row = 0; row < part.count - (isLast ? 0 : 1); row++) {
      const t_s = row === part.count - 1 ? part.end_s : part.start_s + row * part.step_s;
      ephemerisAt(ephemeris, t_s, state);
      const [x = 0, y = 0, z = 0, vx = 0, vy = 0, vz = 0] = state;
      ecefToGeodetic(x, y, z, place);
      const [lat_rad = 0, lon_rad = 0, altitude_m = 0] = place;
      rows.push([
        rounded(t_s, 3), rounded(fromSi(lat_rad, 'deg'), 6), rounded(fromSi(lon_rad, 'deg'), 6), rounded(fromSi(altitude_m, 'km'), 4),
        rounded(fromSi(Math.sqrt(vx * vx + vy * vy + vz * vz), 'kmps'), 5), rounded(fromSi(distance_m(launch.lat_rad, launch.lon_rad, lat_rad, lon_rad), 'km'), 4),
      ]);
    }
  }
  return csvText(['t_s', 'lat_deg', 'lon_deg', 'altitude_km', 'speed_kmps', 'range_km'], rows);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function missText(miss_m: number): string {
  return miss_m < 1000 ? `${countText(Math.ceil(miss_m))} m` : kilometres(miss_m, -1);
}

function kilometres(distance_m: number, place: number): string {
  return `${toPlace(fromSi(distance_m, 'km'), place)} km`;
}
