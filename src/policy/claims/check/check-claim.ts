/**
 * A claim against the ranges of the model, slot by slot: inside, above or below; what one assumption would have to be; what others have
 * published. No slot is judged: a claim above a range may rest on assumptions that nobody here has made.
 */
import { type Catalogue, findPlace } from '../../../scenario/catalogue.js';
import type { Plan } from '../../../scenario/plan/plan.js';
import { type Fuel, type NumberSpace, numberRange, readNumberSpace, valuesOfSpace } from './number-space.js';
import { movedInNumber, numberWanted } from './number-wanted.js';
import { movedInPrice, OWN_PRESET, priceOfSatellites, priceOfShield, priceWanted } from './price-range.js';
import { publishedNumbers, publishedPrices } from './published-figures.js';
import { type FlownShare, shareRange, shareWanted } from './share-range.js';
import { type Amount, amountOf, type ClaimSlots, middleOf, placeOf, type SlotFinding } from './slots.js';

/** What the face brings along beside the sentence. */
export interface ClaimContext {
  readonly catalogue: Catalogue;
  /** The scenario that stands for what the sentence leaves open; without it a shield has no price. */
  readonly shield?: { readonly title: string; readonly plan: Pick<Plan, 'layers' | 'sensors'> };
  /** Runs of it with the numbers of the sentence, or why there are none. */
  readonly flown?: FlownShare | string;
}

/** Where the sentence names no place and no class: the launch area of most published numbers. */
const DEFAULT_PLACE = 'north-korea-interior';

export function checkClaim(slots: ClaimSlots, context: ClaimContext): SlotFinding[] {
  return [checkNumber(slots, context), checkShare(slots, context), checkPrice(slots, context)];
}

const NOTHING = { over: '', claimed: null, model: null, priceYear: null, wouldHaveToBe: [], moved: [], published: [] } as const;

function checkNumber(slots: ClaimSlots, { catalogue }: ClaimContext): SlotFinding {
  const base = { ...NOTHING, slot: 'number', unit: 'count' } as const, { count, missiles, of } = slots;
  if (count === undefined) return { ...base, verdict: 'not said', basis: 'no number of interceptors or satellites is said' };
  const published = of === 'ground interceptors' ? [] : publishedNumbers(catalogue), claimed = { ...base, claimed: count, published };
  if (missiles === undefined) return { ...claimed, verdict: 'not computed', basis: 'for how many missiles the number is meant is not said' };
  if (of === 'ground interceptors') return { ...claimed, verdict: 'not computed', basis: 'the published numbers are of interceptors in orbit; see the share stopped' };
  const spaces = spacesOf(slots, catalogue);
  if (typeof spaces === 'string') return { ...claimed, verdict: 'not computed', basis: spaces };
  const { lat_deg, words } = launchOf(slots, catalogue), range = numberOver(spaces, missiles, lat_deg);
  const model = amountOf(Math.ceil(range.low), Math.ceil(range.high));
  return {
    ...claimed, model, verdict: placeOf(count, model), over: 'over the assumptions of the published studies',
    basis: `${spaces.map(spaceWords).join('; ')}${words === '' ? '' : `; ${words}`}`,
    wouldHaveToBe: spaces.flatMap((space) => numberWanted(space, middleOf(count) / middleOf(missiles), lat_deg)).sort((a, b) => Number(b.isWithin) - Number(a.isWithin)), moved: movedInNumber(),
  };
}

/** From the fewest for the fewest missiles to the most for the most, over all that the spaces assume. */
function numberOver(spaces: readonly NumberSpace[], missiles: Amount, lat_deg: number): Amount {
  const each = spaces.map((space) => numberRange(space, lat_deg));
  return { low: missiles.low * Math.min(...each.map(({ low }) => low)), high: missiles.high * Math.max(...each.map(({ high }) => high)) };
}

/** Solid and liquid fuel both where no class is said. */
function spacesOf({ threat }: ClaimSlots, catalogue: Catalogue): NumberSpace[] | string {
  if (threat === undefined) return (['solid', 'liquid'] as const).map((fuel: Fuel) => readNumberSpace(catalogue, fuel));
  const file = catalogue.kinds.threats[threat];
  if (file === undefined) return `${threat} is no class of data/threats`;
  if (file.model === 'staged-ballistic' || file.model === 'fractional-orbital') return [readNumberSpace(catalogue, file.fuel)];
  return 'the published numbers are of missiles met while they burn above the air; a class that flies lower is not among them';
}

function launchOf({ from, threat }: ClaimSlots, catalogue: Catalogue): { readonly lat_deg: number; readonly words: string } {
  const [, lat] = /^\s*([-+]?[\d.]+)\s*,/.exec(from ?? '') ?? [], name = from ?? (threat === undefined ? DEFAULT_PLACE : catalogue.kinds.threats[threat]?.site) ?? DEFAULT_PLACE;
  const lat_deg = lat === undefined ? (findPlace(catalogue, name)?.cards.lat_deg.value ?? 40) : Number(lat);
  return { lat_deg, words: from === undefined ? `from where is not said, taken as ${name}` : '' };
}

function spaceWords({ cards, fuel }: NumberSpace): string {
  const range = (key: 'speed_kmps' | 'delay_s' | 'burn_s'): string => `${cards[key].low ?? cards[key].value} to ${cards[key].high ?? cards[key].value}`;
  return `interceptors of ${range('speed_kmps')} km/s, the order after ${range('delay_s')} s, a ${fuel}-fuel missile that burns ${range('burn_s')} s, ${cards.shots.value} interceptors at each, orbits ${cards.aboveLatitude_deg.value}° above the latitude of the launch or spread evenly`;
}

function checkShare(slots: ClaimSlots, { flown }: ClaimContext): SlotFinding {
  const base = { ...NOTHING, slot: 'share', unit: 'share' } as const, claimed = claimedShare(slots);
  if (claimed === undefined) return { ...base, verdict: 'not said', basis: 'no share stopped is said' };
  if (flown === undefined || typeof flown === 'string') return { ...base, claimed, verdict: 'not computed', basis: flown ?? 'no runs were made' };
  const model = shareRange(flown), { band, notes, drivers } = flown;
  return {
    ...base, claimed, model, verdict: placeOf(claimed, model), over: `in ${flown.runs} simulated attacks${band === null ? '' : ' and over the assumed numbers'}`,
    basis: [`the mean over ${flown.runs} simulated attacks with its 95 % interval${band === null ? '' : `, and the smallest and largest mean over ${band.draws} draws of ${band.cards} assumed numbers`}, “${flown.title}”`, ...notes].join('; '),
    wouldHaveToBe: shareWanted(flown), moved: drivers.map(({ label }) => label),
  };
}

/** A number that is said to stop a raid stops all of it, where no share is said. */
export function claimedShare({ stopped_share, verb, missiles, count }: ClaimSlots): Amount | undefined {
  return stopped_share ?? (verb === 'stop' && (missiles !== undefined || count !== undefined) ? amountOf(1) : undefined);
}

function checkPrice(slots: ClaimSlots, { catalogue, shield }: ClaimContext): SlotFinding {
  const base = { ...NOTHING, slot: 'price', unit: 'usd' } as const, { price_usd, priceYear, count, of, missiles } = slots;
  if (price_usd === undefined || priceYear === undefined) return { ...base, verdict: 'not said', basis: 'no price is said' };
  const claimed = { ...base, claimed: price_usd, priceYear, published: publishedPrices(catalogue, count, price_usd) }, speed_kmps = valuesOfSpace(readNumberSpace(catalogue, 'solid')).speed_kmps;
  const inOrbit = of === 'ground interceptors' ? undefined : (count ?? (missiles === undefined || shield !== undefined ? undefined : neededFor(slots, catalogue)));
  const answer = inOrbit !== undefined ? priceOfSatellites(catalogue, inOrbit, speed_kmps, priceYear) : shield === undefined ? 'what is bought for it is not said' : priceOfShield(catalogue, shield.plan, shield.title, priceYear);
  if (typeof answer === 'string') return { ...claimed, verdict: 'not computed', basis: answer };
  const { range, what, incomplete, cards } = answer, place = placeOf(price_usd, range);
  const thing = count === undefined && inOrbit !== undefined ? `${Math.round(inOrbit.low)} to ${Math.round(inOrbit.high)} satellites, as many as the raid needs` : what;
  const basis = `${thing}, 5th to 95th percentile over the ranges of ${cards} cards (${OWN_PRESET}), 20 years, not discounted`;
  const rest = { over: `for ${thing}, over the ranges of ${cards} cost cards`, wouldHaveToBe: priceWanted(catalogue, answer, price_usd, priceYear), moved: movedInPrice(catalogue) };
  // With something unpriced the range is a lower bound: only a claim below it can be placed.
  if (incomplete.length > 0 && place !== 'below') return { ...claimed, ...rest, model: range, verdict: 'not computed', basis: `incomplete: ${incomplete.join(', ')}; without it ${basis}` };
  return { ...claimed, ...rest, model: range, verdict: place, basis };
}

function neededFor(slots: ClaimSlots, catalogue: Catalogue): Amount | undefined {
  const { missiles } = slots, spaces = spacesOf(slots, catalogue);
  if (missiles === undefined || typeof spaces === 'string') return undefined;
  return numberOver(spaces, missiles, launchOf(slots, catalogue).lat_deg);
}
