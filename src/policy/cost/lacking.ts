/**
 * What a price lacks, and what would have to be given. A part of a layer is priced from one number or several; where one is missing the
 * part is not costed, and the reader is told which number it is and by which keys it can be given. Nothing missing is taken as nothing.
 */
import { COST_MASS } from '../../scenario/cards/cost-quantities.js';
import type { Part, Replacement } from './layer-cost.js';

export interface Want {
  /** In words, as in `the mass of a satellite`. */
  readonly what: string;
  /** Keys to give: any one of these sets is enough. Empty where nothing can be given. */
  readonly give: readonly (readonly string[])[];
}

export interface Lacking {
  readonly part: Part;
  /** Everything that is wanted before the part can be priced. */
  readonly wants: readonly Want[];
}

type Values = Readonly<Record<string, unknown>>;

const MASS_KEYS: readonly string[] = Object.keys(COST_MASS);

/** Of a layer in space, part by part. */
export function lackingOf(values: Values, replacement: Replacement): Lacking[] {
  const has = (key: string): boolean => values[key] !== undefined;
  const lacking: Lacking[] = [];
  const note = (part: Part, wants: readonly (Want | undefined)[]): void => {
    const missing = wants.filter((want): want is Want => want !== undefined);
    if (missing.length > 0) lacking.push({ part, wants: missing });
  };
  const want = (what: string, key: string): Want | undefined => (has(key) ? undefined : { what, give: [[key]] });
  note('development', [want('what development costs', 'development_usd')]);
  note('units', [want('what the first satellite costs', 'firstUnit_usd')]);
  note('launches', [massWant(values), launchWant(values)]);
  note('operations', [want('what a year of operations costs', 'operationsPerYear_usd')]);
  note('renewal', [has('life_y') && replacement !== 'none' ? undefined : { what: 'the life of a satellite', give: [['life_y']] }]);
  return lacking;
}

/** A mass that is given stands; otherwise it follows from all of its parts and the speed. */
function massWant(values: Values): Want | undefined {
  if (values['mass_kg'] !== undefined) return undefined;
  const parts = ['speed_kmps', ...MASS_KEYS].filter((key) => values[key] === undefined);
  return parts.length === 0 ? undefined : { what: 'the mass of a satellite', give: [['mass_kg'], ...(parts.length <= MASS_KEYS.length ? [parts] : [])] };
}

function launchWant(values: Values): Want | undefined {
  if (values['launch_usdPerKg'] !== undefined) return undefined;
  const pieces = ['launchCapacity_kg', 'firstLaunch_usd'].filter((key) => values[key] === undefined);
  return pieces.length === 0 ? undefined : { what: 'the price of a launch', give: [['launch_usdPerKg'], pieces] };
}

/** As in `the mass of a satellite is not known: give mass_kg, or speed_kmps`. */
export function wantWords({ what, give }: Want): string {
  return give.length === 0 ? `${what} is not known` : `${what} is not known: give ${give.map((keys) => keys.join(' and ')).join(', or ')}`;
}
