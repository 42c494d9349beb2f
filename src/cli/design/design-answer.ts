/** Answers of `cupola design` as words and as JSON. */
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { fromSi } from '../../kernel/units.js';
import type { FrontPoint } from '../../studies/design/front.js';
import { type DesignedShell, type DesignQuestion, satellitesIn } from '../../studies/design/question.js';
import type { Design } from '../../studies/design/search.js';
import type { MassModel } from './design-interceptor.js';

export interface PricedBy {
  readonly name: string;
  readonly priceYear: number;
  /** How satellites are replaced over the years. */
  readonly renewal: string;
  readonly warning?: string | undefined;
}

const BILLION_USD = 1e9;

export function designDocument(design: Design, question: DesignQuestion, { name, priceYear, renewal, warning }: PricedBy, massModel: MassModel): Record<string, unknown> {
  const { guide, chance } = design;
  return {
    shells: design.shells.map(shellDocument), satellites: design.satellites_count, interceptors: design.satellites_count * question.perSatellite_count,
    perMissile: (design.satellites_count * question.perSatellite_count) / question.salvo, mass_kg: design.mass_kg,
    massModel, total_usd: design.price_usd, priceYear, pricedBy: name, renewal, warnings: warning === undefined ? [] : [warning],
    chance: { mean: chance.mean, low: chance.low, high: chance.high, moments: chance.moments_count, tried: chance.tried_count },
    guide: guide === undefined ? null : { altitude_km: fromSi(guide.orbits.altitude_m, 'km'), inclination_deg: fromSi(guide.orbits.inclination_rad, 'deg'), satellites: guide.satellites_count, total_usd: guide.price_usd },
    orbitsTried: design.orbits_count,
  };
}

export function frontDocument(front: readonly FrontPoint[]): Record<string, unknown>[] {
  return front.map(({ salvo, design }) => ({ salvo, satellites: design.satellites_count, total_usd: design.price_usd, shells: design.shells.map(shellDocument) }));
}

function shellDocument(shell: DesignedShell): Record<string, unknown> {
  return { altitude_km: fromSi(shell.altitude_m, 'km'), inclination_deg: fromSi(shell.inclination_rad, 'deg'), planes: shell.planes_count, perPlane: shell.perPlane_count, phasing: shell.phasing, satellites: satellitesIn(shell) };
}

export function designHead({ satellites_count, price_usd }: Design, { salvo, shots, probability }: DesignQuestion, { priceYear }: PricedBy): string {
  const raid = `${countText(salvo)} ${salvo === 1 ? 'missile' : 'missiles at once'}`;
  return `${countText(satellites_count)} satellites for ${moneyText(price_usd)} dollars of ${priceYear}: at least ${countText(shots)} ${shots === 1 ? 'shot' : 'shots'} at each of ${raid}, ${significantText(100 * probability)} % of the time`;
}

export function designText(design: Design, question: DesignQuestion, missile: string, { name, priceYear, renewal }: PricedBy, massModel: MassModel): string {
  const { chance, guide } = design;
  const pairs: [string, string][] = [
    ['Raid', missile],
    ...design.shells.map((shell, index): [string, string] => [design.shells.length === 1 ? 'Shell' : `Shell ${index + 1}`, shellText(shell)]),
    ['For each missile', `${significantText((design.satellites_count * question.perSatellite_count) / question.salvo)} interceptors in orbit`],
    ['Satellite', `${significantText(design.mass_kg)} kg at launch with ${countText(question.perSatellite_count)} ${question.perSatellite_count === 1 ? 'interceptor' : 'interceptors'}, ${significantText(question.life_y)} years of life`],
    ['Mass by', MASS_WORDS[massModel]],
    ['Price', `${moneyText(design.price_usd)} dollars of ${priceYear} by ${name}`],
    ['Renewed', renewal],
    ['Chance', `${toPlace(100 * chance.mean, -2)} % of ${countText(chance.moments_count)} moments drawn afresh, by which nothing was searched`],
    ['95 % interval of it', `${toPlace(100 * chance.low, -2)} to ${toPlace(100 * chance.high, -2)} %: the lower end is at least what is claimed`],
  ];
  if (guide !== undefined) {
    pairs.push(['Closed form', `${countText(guide.satellites_count)} satellites at random at ${significantText(fromSi(guide.orbits.altitude_m, 'km'))} km and ${significantText(fromSi(guide.orbits.inclination_rad, 'deg'), 3)}° for ${moneyText(guide.price_usd)} dollars: where the search began`]);
  }
  return textPairs([...pairs, ['Tried', `${countText(design.orbits_count)} altitudes and inclinations`]]);
}

const MASS_WORDS: Readonly<Record<MassModel, string>> = { aei: 'AEI\'s build-up, one body of known dead weight, and propellant against drag', staged: 'stages whose structure is a share of each, and propellant against drag' };

function shellText(shell: DesignedShell): string {
  return `${countText(satellitesIn(shell))} at ${significantText(fromSi(shell.altitude_m, 'km'))} km, inclination ${significantText(fromSi(shell.inclination_rad, 'deg'), 4)}°: ${countText(shell.planes_count)} planes of ${countText(shell.perPlane_count)}, phasing ${shell.phasing}`;
}

export function frontText(front: readonly FrontPoint[], priceYear: number): string {
  return textTable(
    [{ head: 'missiles', align: 'right' }, { head: 'satellites', align: 'right' }, { head: 'satellites per missile', align: 'right' }, { head: `billion dollars of ${priceYear}`, align: 'right' }, { head: 'altitude (km)', align: 'right' }, { head: 'inclination (degrees)', align: 'right' }],
    front.map(({ salvo, design }) => [
      countText(salvo), countText(design.satellites_count), significantText(design.satellites_count / salvo, 3), significantText(design.price_usd / BILLION_USD, 3),
      design.shells.map(({ altitude_m }) => significantText(fromSi(altitude_m, 'km'))).join(' + '), design.shells.map(({ inclination_rad }) => significantText(fromSi(inclination_rad, 'deg'), 4)).join(' + '),
    ]),
  );
}

export const moneyText = (price_usd: number): string => `${significantText(price_usd / BILLION_USD, 3)} billion`;
