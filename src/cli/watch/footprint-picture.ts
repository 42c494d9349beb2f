/** Map and GeoJSON of `cupola footprint`, as files. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { thinOutlines, type MapLine, type MapView } from '../../figures/maps/earth-map.js';
import { footprintMapFigure } from '../../figures/maps/footprint-map.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { geoJson } from '../../formats/geojson.js';
import { flatRings } from '../../kernel/earth/flat-rings.js';
import { fromSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { FootprintOptions, PairFootprint } from '../../studies/footprint/plan-footprint.js';
import { area_km2, shotsWords } from './footprint-answer.js';

const degrees = (angle_rad: number): number => Number(fromSi(angle_rad, 'deg').toFixed(3));
const MARGIN_DEG = 3;

export function footprintGeoJson(answers: readonly PairFootprint[], options: FootprintOptions, provenance: Provenance): string {
  return geoJson(answers.map((answer) => ({
    rings: answer.footprint.rings,
    properties: { battery: answer.layer.name, missile: answer.attack.threat.name, from: answer.attack.origin.name, shots: options.rules.wanted, area_km2: area_km2(answer), people: answer.footprint.people_count },
  })), { provenance });
}

export function footprintSvg(answers: readonly PairFootprint[], plan: Plan, options: FootprintOptions, catalogue: Catalogue, provenance: Provenance): string {
  const { document } = parseHTML('<html></html>');
  const middle_deg = degrees(answers[0]?.layer.site.lon_rad ?? 0), shown = (lon_rad: number): number => degrees(lon_rad) - 360 * Math.round((degrees(lon_rad) - middle_deg) / 360);
  const footprints = answers.map(({ layer, attack, footprint }) => ({ words: answers.length === 1 ? layer.name : `${layer.name}, ${attack.threat.name}`, rings: flatRings(footprint.rings, middle_deg).map((points) => ({ points })) }));
  const inside = new Set(answers.flatMap(({ footprint }) => footprint.inside)), sites = new Map(answers.map(({ layer }) => [layer.site.name, layer.site]));
  const batteries = [...sites.values()].map(({ name, lat_rad, lon_rad }) => ({ name: name.replaceAll('-', ' '), lat_deg: degrees(lat_rad), lon_deg: shown(lon_rad) }));
  const land = catalogue.territories.flatMap(({ rings }) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [fromSi(lon, 'deg'), fromSi(lat, 'deg')])));
  const view = viewOf([...footprints.flatMap(({ rings }) => rings.flatMap(({ points }) => points)), ...batteries.map(({ lon_deg, lat_deg }): [number, number] => [lon_deg, lat_deg])]);
  const outlines = thinOutlines(land, Math.min(1.2, (view.east_deg - view.west_deg) / 60));
  const figure = footprintMapFigure({
    title: answers.length === 1 ? `What ${answers[0]?.layer.name} defends` : 'What the ground batteries defend',
    subtitle: `Where a missile may be aimed so that the battery gets ${shotsWords(options)} at it${answers.length === 1 ? `: ${answers[0]?.attack.threat.name} from ${answers[0]?.attack.origin.name}` : ''}`,
    notes: ['One missile by itself, launchers full, radar free; a raid leaves less; beyond the reach of the missile nothing counts as defended. Dots: defended cities, black inside a footprint. Triangles: batteries. Outlines: Natural Earth.', citationLine(provenance)],
    footprints, batteries, view,
    cities: plan.defended.places.map(({ name, lat_rad, lon_rad }) => ({ lat_deg: degrees(lat_rad), lon_deg: shown(lon_rad), isInside: inside.has(name) })),
    // Maps across the date line want the other side's outlines a turn away.
    outlines: [-360, 0, 360].flatMap((shift) => outlines.map(({ points }): MapLine => ({ points: points.map(([lon, lat]): [number, number] => [lon + shift, lat]) }))),
  }, document as unknown as FigureDocument);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

/** All that is drawn, with a margin, in about the proportions of the panel. */
function viewOf(points: readonly (readonly [number, number])[]): MapView {
  const lon = points.map(([x]) => x), lat = points.map(([, y]) => y);
  let west_deg = Math.min(...lon) - MARGIN_DEG, east_deg = Math.max(...lon) + MARGIN_DEG, south_deg = Math.max(-90, Math.min(...lat) - MARGIN_DEG), north_deg = Math.min(90, Math.max(...lat) + MARGIN_DEG);
  const height = north_deg - south_deg, width = east_deg - west_deg, wanted = 1.6 * height;
  if (width < wanted) {
    west_deg -= (wanted - width) / 2;
    east_deg += (wanted - width) / 2;
  } else {
    south_deg = Math.max(-90, south_deg - (width / 1.6 - height) / 2);
    north_deg = Math.min(90, north_deg + (width / 1.6 - height) / 2);
  }
  return { west_deg, east_deg, south_deg, north_deg };
}
