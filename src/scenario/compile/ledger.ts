/**
 * The list of every number that a plan uses, with its card, kept while the plan is built. Reading a number through the
 * ledger applies what the scenario states, brings it to SI and writes it down; so no number enters a plan unlisted.
 */
import { toSi, unitOfKey } from '../../kernel/units.js';
import { completeCard } from '../cards/card.js';
import type { RawCard, SourceDefaults } from '../cards/card.js';
import type { CardName } from '../cards/card-names.js';
import type { UsedNumber } from './compiled.js';
import type { Quantities } from '../cards/quantity.js';

type Cards<Q extends Quantities> = { readonly [K in keyof Q]?: RawCard | undefined };
type Stated<Q extends Quantities> = { readonly [K in keyof Q]?: number | undefined };

export interface CardSet<Q extends Quantities> {
  readonly cards: Cards<Q>;
  readonly source: SourceDefaults | undefined;
  /** What the scenario states instead, if anything. */
  readonly stated: Stated<Q> | undefined;
  /** Path in the scenario of the mapping in which these numbers can be stated. */
  readonly path: string;
  /** True for numbers that Cupola itself assumes: their range is as wide whatever value a scenario picks. */
  readonly keepsRange?: boolean;
}

/** Reads a number in SI; `fallback_si` stands in where neither card nor scenario gives one. */
export type Read<Q extends Quantities> = (key: keyof Q & string, fallback_si?: number) => number;

export interface NoteOptions {
  readonly keepsRange?: boolean | undefined;
  readonly isWhole?: boolean | undefined;
}

export interface Ledger {
  /** A reader of the numbers of `quantities` from one set of cards. */
  reader<Q extends Quantities>(quantities: Q, set: CardSet<Q>): Read<Q>;
  /** Writes down one number that stands at a path of its own. Returns its value in the card's unit. */
  note(path: string, raw: RawCard, source: SourceDefaults | undefined, stated: number | undefined, options?: NoteOptions): number;
  readonly numbers: readonly UsedNumber[];
}

type MergedNumber = Omit<UsedNumber, 'alsoAt'> & { alsoAt?: string[] };

/** `names` are those of the catalogue's cards. */
export function createLedger(names: ReadonlyMap<RawCard, CardName> = new Map()): Ledger {
  const paths = new Set<string>();
  const numbers: MergedNumber[] = [];
  const byCard = new Map<RawCard, MergedNumber>();
  const note: Ledger['note'] = (path, raw, source, stated, options = {}) => {
    const used = { ...usedNumber(path, raw, source, stated, options), ...names.get(raw) };
    if (paths.has(path)) return used.value;
    paths.add(path);
    // One card is one thing not known, however often the scenario uses it: the second battery of a missile adds no assumption.
    const first = byCard.get(raw);
    if (first !== undefined && first.value === used.value) (first.alsoAt ??= []).push(path);
    else {
      numbers.push(used);
      if (first === undefined) byCard.set(raw, used);
    }
    return used.value;
  };
  return {
    numbers,
    note,
    reader: (quantities, { cards, source, stated, path, keepsRange }) => (key, fallback_si) => {
      const raw = cards[key], own = stated?.[key], unit = unitOfKey(key);
      if (raw === undefined && own === undefined) {
        if (fallback_si === undefined) throw new Error(`ledger: no card and no value for ${path}.${key}`);
        return fallback_si;
      }
      const value = raw === undefined ? (own ?? 0) : note(`${path}.${key}`, raw, source, own, { keepsRange, isWhole: quantities[key]?.whole });
      return unit === '' ? value : toSi(value, unit);
    },
  };
}

function usedNumber(path: string, raw: RawCard, source: SourceDefaults | undefined, stated: number | undefined, { keepsRange, isWhole }: NoteOptions): MergedNumber {
  const card = completeCard(raw, source);
  const kind = isWhole === true ? { isWhole } : {};
  if (stated === undefined || stated === card.value) return { path, ...card, ...kind };
  const hasRange = keepsRange === true && card.low !== null && card.high !== null;
  return {
    path,
    ...kind,
    value: stated,
    low: hasRange ? Math.min(card.low, stated) : null,
    high: hasRange ? Math.max(card.high, stated) : null,
    source: 'scenario file',
    where: path,
    standing: 'assumed',
    seen: '',
    asOf: '',
    url: '',
  };
}
