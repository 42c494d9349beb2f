/** Map and table of flights of `cupola warn`, as files. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { thinOutlines } from '../../figures/maps/earth-map.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { countText } from '../../figures/numbers.js';
import { warnMapFigure } from '../../figures/maps/warn-map.js';
import { csvText } from '../../formats/csv.js';
import { fromSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Place, Plan } from '../../scenario/plan/plan.js';
import type { WarnAnswer } from '../../studies/warn/plan-warn.js';
import { warnOf } from '../../studies/warn/warn.js';

const degrees = (angle_rad: number): number => Number(fromSi(angle_rad, 'deg').toFixed(3));
const spot = ({ name, lat_rad, lon_rad }: Place): { name: string; lat_deg: number; lon_deg: number } => ({ name: name.replaceAll('-', ' '), lat_deg: degrees(lat_rad), lon_deg: degrees(lon_rad) });

/** Outlines are kept this finely: the map is closer than the whole Earth. */
const FINE_DEG = 0.2;

export function warnSvg(answer: WarnAnswer, { sensors }: Plan, catalogue: Catalogue, provenance: Provenance): string {
  const { document } = parseHTML('<html></html>'), origins = new Map(answer.origins.map(({ origin }) => [origin.name, origin]));
  const figure = warnMapFigure({
    title: 'Warning left when an attack is confirmed',
    subtitle: `${countText(answer.flights.length)} flights from ${countText(origins.size)} ${origins.size === 1 ? 'place' : 'places'}, ${countText(answer.launches)} launches of each; sensors: ${[...new Set(sensors.map(({ system }) => system))].join(', ')}`,
    notes: ['Confirmed: reported by infrared and by radar. The middle over launches, from confirmation to impact; of all attacks on a place that are confirmed, the one that leaves least. Numbers: minutes. Small white dots: launch areas on this map. Outlines: Natural Earth.', citationLine(provenance)],
    targets: answer.targets.map(({ target, least }) => ({ ...spot(target), left_min: least === null ? null : fromSi(least.left_s, 'min') })),
    origins: [...origins.values()].map(spot),
    outlines: thinOutlines(catalogue.territories.flatMap(({ rings }) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [fromSi(lon, 'deg'), fromSi(lat, 'deg')]))), FINE_DEG),
  }, document as unknown as FigureDocument);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

export function warnCsv({ flights }: WarnAnswer): string {
  const rows = flights.map(warnOf).map(({ flight, milestones, left_s, leftSinceFirst_s }) => [
    flight.missile, flight.from.name, flight.to.name, flight.burnout_s, flight.impact_s,
    milestones.firstSeen_s.median_s, milestones.firstReport_s.median_s, milestones.twoInfrared_s.median_s, milestones.confirmed_s.median_s,
    milestones.spacePermission_s.median_s, flight.lastSpace_s, milestones.groundPermission_s.median_s, flight.lastGround_s, left_s.median_s, left_s.p5_s, leftSinceFirst_s.median_s,
  ]);
  return csvText([
    'missile', 'from', 'to', 'burnout_s', 'flightTime_s', 'firstSeen_s', 'firstReport_s', 'twoInfrared_s', 'confirmed_s',
    'spacePermission_s', 'lastSpaceDecision_s', 'groundPermission_s', 'lastGroundDecision_s', 'warningLeft_s', 'warningLeftP5_s', 'sinceFirstReport_s',
  ], rows);
}
