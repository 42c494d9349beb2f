/** Words and tables of `cupola footprint`. */
import type { Provenance } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { fromSi } from '../../kernel/units.js';
import type { FootprintOptions, PairFootprint } from '../../studies/footprint/plan-footprint.js';
import { polygonsOf } from '../../formats/geojson.js';

const COMPASS = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW'];

export const area_km2 = ({ footprint }: PairFootprint): number => Number((footprint.area_m2 / 1e6).toPrecision(4));
const km = (length_m: number): number => Math.round(fromSi(length_m, 'km') * 10) / 10;

export function shotsWords({ rules: { wanted, doctrine } }: FootprintOptions): string {
  if (wanted === 1) return 'one shot or more';
  return `${wanted} shots or more${doctrine === 'barrage' ? '' : ', each after the outcome of the one before'}`;
}

export function footprintHead(answers: readonly PairFootprint[], options: FootprintOptions): string {
  const [first] = answers;
  if (first === undefined) return 'No battery and no attack.';
  if (answers.length > 1) return `${countText(answers.length)} footprints: where each battery gets ${shotsWords(options)} at a missile.`;
  const { layer, attack, footprint } = first, size = footprint.rings.length === 0 ? 'nothing' : `${countText(area_km2(first))} km²${footprint.isCut ? ' and more' : ''}`;
  return `${layer.name} defends ${size} against ${attack.threat.name} from ${attack.origin.name}: there it gets ${shotsWords(options)} at one missile.`;
}

export function footprintText(answers: readonly PairFootprint[], options: FootprintOptions): string[] {
  const table = textTable(
    [{ head: 'battery', align: 'left' }, { head: 'against', align: 'left' }, { head: 'area km²', align: 'right' }, { head: 'people', align: 'right' }, { head: 'cities', align: 'right' }, { head: 'farthest km', align: 'right' }, { head: 'nearest edge km', align: 'right' }, { head: 'may fire s', align: 'right' }],
    answers.map((answer) => {
      const { layer, attack, footprint, release_s } = answer, reach = footprint.reach.map(({ reach_m }) => reach_m);
      return [
        layer.name, `${attack.threat.name} from ${attack.origin.name}`, `${countText(area_km2(answer))}${footprint.isCut ? '+' : ''}`, countText(footprint.people_count), `${footprint.inside.length} of ${footprint.inside.length + footprint.outside.length}`,
        significantText(km(Math.max(...reach)), 4), significantText(km(Math.min(...reach)), 4), release_s === 0 ? 'after boost' : release_s === Infinity ? 'never' : significantText(release_s, 4),
      ];
    }),
  );
  const [only] = answers;
  return [
    table,
    ...(answers.length === 1 && only !== undefined ? [directionsText(only), citiesText(only)] : []),
    answers.some(({ footprint }) => footprint.isCut) ? `+ the region goes on beyond the ${countText(km(answers.find(({ footprint }) => footprint.isCut)?.footprint.radius_m ?? 0))} km looked at (--radius_km).` : '',
    `Counted for one missile by itself with launchers full and radar free: ${shotsWords(options)}. A raid leaves less. Points that the missile does not reach count as not defended. Cities: those that the scenario defends, each asked by a flight of its own. Interceptors are public estimates.`,
  ];
}

function directionsText({ footprint: { reach } }: PairFootprint): string {
  return textTable(
    [{ head: 'direction', align: 'left' }, { head: 'defended to km', align: 'right' }],
    reach.map(({ reach_m }, i) => [COMPASS[i] ?? '', reach_m === 0 ? 'no' : significantText(km(reach_m), 4)]),
  );
}

const citiesText = ({ footprint: { inside } }: PairFootprint): string => (inside.length === 0 ? 'No defended city lies inside.' : `Inside: ${inside.join(', ')}.`);

export function footprintDocument(answers: readonly PairFootprint[], options: FootprintOptions, provenance: Provenance): Record<string, unknown> {
  return {
    shots: options.rules.wanted, doctrine: options.rules.doctrine,
    footprints: answers.map((answer) => {
      const { layer, attack, footprint, release_s } = answer;
      return {
        battery: layer.name, interceptor: layer.interceptor.name, missile: attack.threat.name, from: attack.origin.name,
        area_km2: area_km2(answer), people: footprint.people_count, inside: footprint.inside, outside: footprint.outside, isCut: footprint.isCut,
        radius_km: km(footprint.radius_m), release_s: Number.isFinite(release_s) ? release_s : null, defendsItself: footprint.defendsItself,
        reach: footprint.reach.map(({ azimuth_rad, reach_m }) => ({ azimuth_deg: fromSi(azimuth_rad, 'deg'), reach_km: km(reach_m) })),
        polygons: polygonsOf(footprint.rings),
      };
    }),
    provenance,
  };
}
