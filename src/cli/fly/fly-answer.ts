/** The answer of `cupola fly`: JSON keys of the contract, tables with units, and the flight as comma-separated values. */
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { type FlightPoint, flightCourse, pointAt } from '../../figures/pictures/flight-course.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { csvText } from '../../formats/csv.js';
import { ephemerisAt, type Ephemeris } from '../../kernel/flight/ephemeris.js';
import { ecefToGeodetic } from '../../kernel/earth/geodesy.js';
import { fromSi } from '../../kernel/units.js';
import { type BrightnessStretch, brightStretches } from '../../models/signature/brightness.js';
import type { SolvedFlight } from '../../models/threat/index.js';
import type { ThreatPlan } from '../../scenario/plan/plan.js';
import { type Flown, loadText } from './fly-aim.js';
import type { Output } from '../frame/output.js';
import { THREAT_PATH, type ThreatFlight } from '../cards/threat-card.js';

/** A flight with what was asked and the points along it. */
export interface FlightAnswer {
  readonly asked: ThreatFlight;
  readonly flown: Flown;
  readonly course: readonly FlightPoint[];
  readonly provenance: Provenance;
}

export function flightAnswer(asked: ThreatFlight, flown: Flown, provenance: Provenance): FlightAnswer {
  return { asked, flown, course: flightCourse(flown.flight), provenance };
}

export function flightDocument({ asked, flown, course, provenance }: FlightAnswer): Record<string, unknown> {
  const { threat, origin, shape, approach, route } = asked.attack;
  const { flight, miss_m, remark } = flown;
  const burnout = pointAt(course, flight.burnTime_s);
  const impact = impactOf(flight.ephemeris);
  return {
    missile: threat.name,
    class: threat.model,
    payload_kg: threat.model === 'cruise' ? null : threat.payload_kg,
    from: { name: origin.name, lat_deg: fromSi(origin.lat_rad, 'deg'), lon_deg: fromSi(origin.lon_rad, 'deg') },
    ...(threat.model === 'staged-ballistic' ? { shape } : { approach, via: route.map(({ name }) => name) }),
    range_km: fromSi(flight.range_m, 'km'),
    track_km: fromSi(course.at(-1)?.track_m ?? 0, 'km'),
    apogee_km: fromSi(flight.apogee_m, 'km'),
    flightTime_s: flight.flightTime_s,
    burnTime_s: flight.burnTime_s,
    burnout: flight.burnTime_s > 0 ? { speed_kmps: fromSi(burnout.speed_mps, 'kmps'), altitude_km: fromSi(burnout.altitude_m, 'km'), flightPathAngle_deg: fromSi(burnout.flightPathAngle_rad, 'deg') } : null,
    impact: { ...impact, miss_km: miss_m === null ? null : fromSi(miss_m, 'km') },
    phases: flight.phases.map(({ name, from_s, to_s }) => ({ name, from_s, to_s, start: pointDocument(pointAt(course, from_s)), end: pointDocument(pointAt(course, to_s)) })),
    bodies: flight.bodies.map((body, index) => ({
      kind: body.kind, aimedAt: flown.aimedAt[index] ?? '', released_s: body.released_s, deltaV_mps: body.deltaV_mps, flightTime_s: body.flightTime_s,
      impact: { ...impactOf(body.ephemeris), miss_km: fromSi(body.miss_m, 'km') },
    })),
    ...(threat.model === 'boost-glide' ? { brightness: brightAfterBoost(threat, flight) } : {}),
    remark,
    assumed: asked.numbers
      .filter((number) => number.standing === 'assumed')
      .map(({ path, value, low, high, source }) => ({ path: path.replace(THREAT_PATH, ''), value, low, high, source })),
    provenance,
  };
}

function pointDocument(point: FlightPoint): Record<string, number> {
  return {
    altitude_km: fromSi(point.altitude_m, 'km'), speed_kmps: fromSi(point.speed_mps, 'kmps'),
    flightPathAngle_deg: fromSi(point.flightPathAngle_rad, 'deg'), range_km: fromSi(point.range_m, 'km'), track_km: fromSi(point.track_m, 'km'),
  };
}

/** Before, it is seen by its plume. */
function brightAfterBoost(threat: Extract<ThreatPlan, { model: 'boost-glide' }>, { ephemeris, burnTime_s }: SolvedFlight): BrightnessStretch[] {
  return brightStretches(ephemeris, threat.brightness, burnTime_s);
}

/** Where a flight ended. */
function impactOf(ephemeris: Ephemeris): { lat_deg: number; lon_deg: number } {
  const state = new Float64Array(6), place = new Float64Array(3);
  ephemerisAt(ephemeris, ephemeris.end_s, state);
  ecefToGeodetic(state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, place);
  return { lat_deg: fromSi(place[0] ?? 0, 'deg'), lon_deg: fromSi(place[1] ?? 0, 'deg') };
}

export function flightText(answer: FlightAnswer, output: Output): string {
  const { asked, flown, course, provenance } = answer;
  const { threat, origin } = asked.attack;
  const { flight, miss_m, remark } = flown;
  const burnout = pointAt(course, flight.burnTime_s);
  const impact = impactOf(flight.ephemeris);
  const track_m = course.at(-1)?.track_m ?? 0;
  const pairs: [string, string][] = [
    ['Range', `${kilometres(flight.range_m)} over the ground${hasTurns(answer) && track_m > 1.001 * flight.range_m ? `, by a way of ${kilometres(track_m)}` : ''}`],
    [threat.model === 'cruise' ? 'Height' : 'Apogee', `${kilometres(flight.apogee_m)} above the ellipsoid`],
    ['Flight time', `${countText(Math.round(flight.flightTime_s))} s (${toPlace(flight.flightTime_s / 60, -1)} min)`],
    ...(flight.burnTime_s === 0 ? [] : ([
      ['Thrust ends', `${toPlace(flight.burnTime_s, -1)} s after launch`],
      ['Burn-out', `${toPlace(fromSi(burnout.speed_mps, 'kmps'), -2)} km/s relative to the Earth, ${toPlace(fromSi(burnout.flightPathAngle_rad, 'deg'), -1)}° above the horizon, at ${kilometres(burnout.altitude_m)}`],
    ] as [string, string][])),
    ['Impact', `${toPlace(impact.lat_deg, -3)}°, ${toPlace(impact.lon_deg, -3)}°${miss_m === null ? '' : `, ${missText(miss_m)} from the aim`}`],
  ];
  const assumed = asked.numbers.filter((number) => number.standing === 'assumed').length;
  return [
    output.styled('bold', `${threat.name}${threat.model === 'cruise' ? '' : ` with ${loadText(threat)}`} from ${origin.name}`),
    textPairs(pairs),
    phaseTable(answer),
    ...(flight.bodies.length > 0 ? [bodyTable(answer)] : []),
    ...(threat.model === 'boost-glide' ? [brightText(brightAfterBoost(threat, flight), course)] : []),
    ...(remark === '' ? [] : [remark]),
    `${countText(assumed)} of ${countText(asked.numbers.length)} numbers of this missile are assumed; cupola show threats ${threat.name} lists them.`,
    output.styled('dim', citationLine(provenance)),
  ].join('\n\n');
}

/** A way longer than the geodesic by more than the Earth's turning under a ballistic flight makes it. */
export function hasTurns({ asked }: Pick<FlightAnswer, 'asked'>): boolean {
  return asked.attack.threat.model !== 'staged-ballistic';
}

function phaseTable(answer: FlightAnswer): string {
  const { flown, course } = answer;
  const along = hasTurns(answer);
  const heads = ['phase', 'from s', 'to s', 'at its end: altitude km', 'speed km/s', 'angle °', `${along ? 'way' : 'range'} km`];
  const rows = flown.flight.phases.map(({ name, from_s, to_s }) => {
    const end = pointAt(course, to_s);
    return [
      name, toPlace(from_s, -1), toPlace(to_s, -1), smallText(fromSi(end.altitude_m, 'km')), smallText(fromSi(end.speed_mps, 'kmps')),
      toPlace(fromSi(end.flightPathAngle_rad, 'deg'), -1), countText(Math.round(fromSi(along ? end.track_m : end.range_m, 'km'))),
    ];
  });
  return textTable(heads.map((head, index) => ({ head, align: index === 0 ? 'left' : 'right' })), rows);
}

/** Three figures after the point for what flies low and slow, one for what does not. */
function smallText(value: number): string {
  return toPlace(value, Math.abs(value) < 1 ? -3 : Math.abs(value) < 10 ? -2 : -1);
}

function bodyTable({ flown }: FlightAnswer): string {
  const heads = ['body', 'aimed at', 'set free s', 'velocity given m/s', 'lands s', 'from its aim'];
  const rows = flown.flight.bodies.map((body, index) => [
    bodyName(flown.flight.bodies, index), flown.aimedAt[index] ?? '', toPlace(body.released_s, -1), toPlace(body.deltaV_mps, -1), toPlace(body.flightTime_s, -1), missText(body.miss_m),
  ]);
  return textTable(heads.map((head, index) => ({ head, align: index < 2 ? 'left' : 'right' })), rows);
}

/** The first warhead is the missile's own flight, so the next one is number 2. */
function bodyName(bodies: SolvedFlight['bodies'], index: number): string {
  const kind = bodies[index]?.kind ?? 'warhead';
  const before = bodies.slice(0, index).filter((body) => body.kind === kind).length;
  return `${kind} ${countText(before + (kind === 'warhead' ? 2 : 1))}`;
}

function brightText(stretches: readonly BrightnessStretch[], course: readonly FlightPoint[]): string {
  if (stretches.length === 0) return 'After its boost it is nowhere as fast and low as the rows of brightness on its card ask.';
  return textTable(
    ['in the infrared', 'from s', 'to s', 'speed km/s', 'altitude km'].map((head, index) => ({ head, align: index === 0 ? 'left' : 'right' })),
    stretches.map((stretch) => {
      const [from, to] = [pointAt(course, stretch.from_s), pointAt(course, stretch.to_s)];
      return [stretch.class, toPlace(stretch.from_s, -1), toPlace(stretch.to_s, -1), `${speedText(from)} to ${speedText(to)}`, `${heightText(from)} to ${heightText(to)}`];
    }),
  );
}

const speedText = (point: FlightPoint): string => toPlace(fromSi(point.speed_mps, 'kmps'), -1);
const heightText = (point: FlightPoint): string => countText(Math.round(fromSi(point.altitude_m, 'km')));

/** Every sample of the flight: place, height, speed relative to the Earth, ground range from the launch point, phase. */
export function flightCsv(course: readonly FlightPoint[]): string {
  return csvText(
    ['t_s', 'lat_deg', 'lon_deg', 'altitude_km', 'speed_kmps', 'range_km', 'phase'],
    course.map((point) => [
      rounded(point.t_s, 3), rounded(fromSi(point.lat_rad, 'deg'), 6), rounded(fromSi(point.lon_rad, 'deg'), 6), rounded(fromSi(point.altitude_m, 'km'), 4),
      rounded(fromSi(point.speed_mps, 'kmps'), 5), rounded(fromSi(point.range_m, 'km'), 4), point.phase,
    ]),
  );
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function missText(miss_m: number): string {
  return miss_m < 1000 ? `${countText(Math.ceil(miss_m))} m` : `${toPlace(fromSi(miss_m, 'km'), -1)} km`;
}

/** Whole kilometres, or two figures below ten. */
function kilometres(length_m: number): string {
  const length_km = fromSi(length_m, 'km');
  return `${length_km < 10 ? significantText(length_km, 2) : countText(Math.round(length_km))} km`;
}
