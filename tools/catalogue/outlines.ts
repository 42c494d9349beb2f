/** Country outlines of world-atlas (Natural Earth, public domain) as rings of longitude and latitude in rad. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { toSi } from '../../src/kernel/units.js';
import type { CountryOutline } from '../../src/scenario/catalogue.js';

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A tenth of a microradian is under a metre, far finer than the map. */
const STEP_RAD = 1e-7;

export function readOutlines(): CountryOutline[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Countries;
  return feature(world, world.objects.countries)
    .features.map(({ id, properties, geometry }) => ({ name: properties.name, iso: id === undefined ? '' : String(id), rings: ringsOf(geometry).map((ring) => ring.map(toRadians)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All rings of all parts: with even-odd filling, holes need no mark. */
function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  throw new Error(`outlines: a country is a ${geometry.type}`);
}

const toRadians = ([lon = 0, lat = 0]: Position): [number, number] => [roundToStep(toSi(lon, 'deg')), roundToStep(toSi(lat, 'deg'))];

const roundToStep = (angle_rad: number): number => Number((Math.round(angle_rad / STEP_RAD) * STEP_RAD).toFixed(7));
