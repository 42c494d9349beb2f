/** Country outlines of world-atlas (Natural Earth, public domain) as rings of longitude and latitude in rad. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { toSi } from '../../src/kernel/units.js';
import type { CountryOutline } from '../../src/scenario/catalogue.js';

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Countries (ISO 3166-1 numeric) whose coast decides whether a late hit counts: the United States. The coarse map has Seattle in the sea. */
const FINE = new Set(['840']);

/** Ten microradians are 64 m, finer than the map. */
const STEP_RAD = 1e-5;

export function readOutlines(): CountryOutline[] {
  const fine = readScale('50m').filter(({ iso }) => FINE.has(iso)), coarse = readScale('110m').filter(({ iso }) => !FINE.has(iso));
  return [...fine, ...coarse].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readScale(scale: '50m' | '110m'): CountryOutline[] {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const world = JSON.parse(readFileSync(file, 'utf8')) as Countries;
  return feature(world, world.objects.countries)
    .features.map(({ id, properties, geometry }) => ({ name: properties.name, iso: id === undefined ? '' : String(id), rings: ringsOf(geometry).map((ring) => ring.map(toRadians)) }));
}

/** All rings of all parts: with even-odd filling, holes need no mark. */
function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  throw new Error(`outlines: a country is a ${geometry.type}`);
}

const toRadians = ([lon = 0, lat = 0]: Position): [number, number] => [roundToStep(toSi(lon, 'deg')), roundToStep(toSi(lat, 'deg'))];

const roundToStep = (angle_rad: number): number => Number((Math.round(angle_rad / STEP_RAD) * STEP_RAD).toFixed(5));
