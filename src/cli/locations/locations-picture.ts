/** `cupola locations --svg`: map, curve and table as a file that stands by itself. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { thinOutlines, type MapLine, type MapView } from '../../figures/maps/earth-map.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { locationFigure } from '../../figures/maps/location-figure.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { median } from '../../kernel/statistics/statistics.js';
import { fromSi } from '../../kernel/units.js';
import { placeOf } from '../../policy/locations/catalogue-places.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { LocationAnswer } from './locations-answer.js';

const MARGIN_DEG = 3, MIDDLE_DEG = -120, COVERS_CHARACTERS = 50, FAR_DEG = { lon: 75, lat: 30 };

export function locationsSvg({ plan, titles, reached, asked, coverage, solver }: LocationAnswer, catalogue: Catalogue, provenance: Provenance): string {
  const { document } = parseHTML('<html></html>'), covered = new Set(plan.protects);
  const spot = (name: string): { lon_deg: number; lat_deg: number } => {
    const { lat_rad, lon_rad } = placeOf(catalogue, name), lon_deg = fromSi(lon_rad, 'deg');
    // Guam and the Marianas lie a turn to the east of the others' middle.
    return { lat_deg: round(fromSi(lat_rad, 'deg')), lon_deg: round(lon_deg - 360 * Math.round((lon_deg - MIDDLE_DEG) / 360)) };
  };
  let sum = 0;
  const sites = plan.order.map(({ site, added, newPlaces }, i) => ({ rank: i + 1, title: titles.get(site) ?? site, ...spot(site), adds: percent(added), inAll: percent((sum += added)), covers: shortened(newPlaces.map((name) => titles.get(name) ?? name)) }));
  const drawn = reached.map(({ name, title }) => ({ ...spot(name), title, isProtected: covered.has(name) })), near = nearOthers(drawn), view = viewOf(near);
  const inView = <Spot extends { lon_deg: number; lat_deg: number }>(spots: readonly Spot[]): Spot[] => spots.filter(({ lon_deg, lat_deg }) => lon_deg >= view.west_deg && lon_deg <= view.east_deg && lat_deg >= view.south_deg && lat_deg <= view.north_deg);
  const far = drawn.filter((place) => !inView(drawn).includes(place)).map(({ title, isProtected }) => `${title} (${isProtected ? 'covered' : 'not covered'})`);
  const land = catalogue.territories.flatMap(({ rings }) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [fromSi(lon, 'deg'), fromSi(lat, 'deg')])));
  const outlines = thinOutlines(land, Math.min(1.2, (view.east_deg - view.west_deg) / 60)), last = plan.curve.at(-1);
  const figure = locationFigure({
    title: `From where ${countText(plan.order.length)} batteries of ${asked.battery} cover most`,
    subtitle: `Against ${coverage.threats.map(({ missile, from }) => `${missile} from ${from}`).join('; ')}: ${countText(last?.people_count ?? 0)} of ${countText(plan.people_count)} people in ${reached.length} places; weights: ${plan.weights}`,
    notes: [
      'Black: covered; white: not. Triangles: batteries in the order in which each adds most to those before it. Coverage of people only: every place is asked in the same way, nothing says what anybody would aim at; one missile of each kind by itself, launchers full. Outlines: Natural Earth.',
      ...(far.length === 0 ? [] : [`Not on the map: ${far.join('; ')}.`]),
      solver === null ? 'Upper line: proved from what single sites would add. No solver was asked.' : 'Diamonds and upper line: HiGHS.', citationLine(provenance),
    ],
    places: inView(drawn), sites, shownSites: inView(sites), view, of: plan.weights === 'population' ? 'people of the places' : `weight (${plan.weights})`,
    curve: plan.curve.map(({ batteries_count, share, bound, exact }) => ({ batteries_count, share, bound, best: exact?.share ?? null })),
    outlines: [-360, 0].flatMap((shift) => outlines.map(({ points }): MapLine => ({ points: points.map(([lon, lat]): [number, number] => [lon + shift, lat]) }))),
  }, document as unknown as FigureDocument);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

const round = (value: number): number => Number(value.toFixed(3));
const percent = (share: number): string => (share > 1 - 1e-9 ? 'all' : `${toPlace(Math.min(100 * share, 99.9), -1)} %`);

function shortened(names: readonly string[]): string {
  const all = names.join(', ');
  if (all.length <= COVERS_CHARACTERS) return all;
  let kept = 0, length = 0;
  for (const name of names) {
    length += name.length + 2;
    if (length > COVERS_CHARACTERS - 12) break;
    kept++;
  }
  return `${names.slice(0, Math.max(1, kept)).join(', ')} and ${names.length - Math.max(1, kept)} more`;
}

/** Islands far away would leave little room for all others: they are told in words. */
function nearOthers<Spot extends { lon_deg: number; lat_deg: number }>(spots: readonly Spot[]): Spot[] {
  const middle_lon = median(spots.map(({ lon_deg }) => lon_deg)), middle_lat = median(spots.map(({ lat_deg }) => lat_deg));
  return spots.filter(({ lon_deg, lat_deg }) => Math.abs(lon_deg - middle_lon) <= FAR_DEG.lon && Math.abs(lat_deg - middle_lat) <= FAR_DEG.lat);
}

function viewOf(points: readonly { lon_deg: number; lat_deg: number }[]): MapView {
  const lon = points.map(({ lon_deg }) => lon_deg), lat = points.map(({ lat_deg }) => lat_deg);
  return { west_deg: Math.min(...lon) - MARGIN_DEG, east_deg: Math.max(...lon) + MARGIN_DEG, south_deg: Math.max(-90, Math.min(...lat) - MARGIN_DEG), north_deg: Math.min(90, Math.max(...lat) + MARGIN_DEG) };
}
