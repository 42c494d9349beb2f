/** Numbers of forces as New START counts them, each with what is not known of it: a raid, a table of the public data, a file of the user's. */
import type { TreatyFile } from '../../scenario/cards/treaty-file.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { countingOf, countryOf, warheads_count } from './elements.js';

/** At least and at most; `high` is Infinity where nothing bounds it. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export const FORCE_COUNTS = ['deployedLaunchers_count', 'deployedWarheads_count', 'totalLaunchers_count'] as const;
export type ForceCount = (typeof FORCE_COUNTS)[number];

export interface HeldForce {
  /** `raid`, a name of `data/forces`, or the state of a user's file. */
  readonly subject: string;
  readonly title: string;
  /** Whether the instrument bound that state while it stood; null where it is not said. */
  readonly isBound: boolean | null;
  readonly counts: Readonly<Record<ForceCount, Bounds>>;
  /** By the wide reading, where it differs. */
  readonly wide?: Readonly<Record<ForceCount, Bounds>>;
  readonly reasons: Readonly<Record<ForceCount, readonly string[]>>;
  readonly elements: readonly string[];
}

/** A force of the user's; what is left out is not known. */
export interface StatedForce {
  readonly state: string;
  readonly source: string;
  readonly deployedWarheads_count?: number;
  readonly deployedLaunchers_count?: number;
  readonly totalLaunchers_count?: number;
}

const NOT_KNOWN: Bounds = { low: 0, high: Infinity };
const exactly = (value: number): Bounds => ({ low: value, high: value });

/** The raid as far as it is launched: each missile a deployed launcher. What is not launched is not in a scenario. */
export function raidForce(file: TreatyFile, { attacks }: Plan, catalogue: Catalogue): HeldForce | null {
  const sorted = attacks.map((attack) => ({ attack, as: countingOf(file, attack), country: countryOf(catalogue, attack.origin) }));
  const narrow = sorted.filter(({ as }) => as === 'icbm' || as === 'slbm'), wide = sorted.filter(({ as }) => as !== 'none'), unknown = sorted.filter(({ as }) => as === 'not known');
  if (wide.length === 0) return null;
  const launchers = (some: typeof sorted): number => some.reduce((sum, { attack }) => sum + attack.count, 0), warheads = (some: typeof sorted): number => some.reduce((sum, { attack }) => sum + warheads_count(attack), 0);
  const from = [...new Set(wide.map(({ country }) => country))], bound = from.filter((country) => file.binds.includes(country)), foreign = from.filter((country) => country !== '' && !file.binds.includes(country));
  const notes = [
    ...(foreign.length > 0 ? [`${bound.length === 0 ? 'It is' : 'Part of it is'} launched from states that the treaty did not bind; the numbers are held against it all the same.`] : []),
    ...(from.includes('') ? ['Whose the submarines are is not said.'] : []),
    ...(bound.length + foreign.length > 1 ? ['It comes from several states together; each state had numbers of its own.'] : []),
    ...(unknown.length > 0 ? [`Not told by the treaty's file how to count: ${[...new Set(unknown.map(({ attack }) => attack.threat.name))].join(', ')}.`] : []),
    ...(sorted.some(({ as }) => as === 'none') ? ['Cruise missiles, drones and regional missiles are not counted; the bombers that carry some of them are not in a scenario.'] : []),
  ];
  const atLeast = (value: number): Bounds => ({ low: value, high: Infinity });
  return {
    subject: 'raid', title: 'the raid of the scenario', isBound: foreign.length > 0 ? false : from.includes('') && bound.length === 0 ? null : true,
    counts: { deployedLaunchers_count: exactly(launchers(narrow)), deployedWarheads_count: exactly(warheads(narrow)), totalLaunchers_count: atLeast(launchers(narrow)) },
    wide: { deployedLaunchers_count: exactly(launchers(wide)), deployedWarheads_count: exactly(warheads(wide)), totalLaunchers_count: atLeast(launchers(wide)) },
    reasons: {
      deployedLaunchers_count: ['Each missile launched was a deployed launcher.', ...notes], deployedWarheads_count: ['Warheads on board of what is launched.', ...notes],
      totalLaunchers_count: ['Launchers that are not deployed are not in a scenario: at least what is launched.', ...notes],
    },
    elements: [...new Set(wide.map(({ attack }) => `${attack.threat.name} from ${attack.origin.name}`))],
  };
}

type ForceFile = KindFile<'forces'>;
type ForceClass = ForceFile['icbm'];

/** From a table of the public data; the year whose column stands nearer to the day. */
export function tableForce(file: TreatyFile, name: string, table: ForceFile, asOf: string): HeldForce {
  const year = asOf < '2030' ? 'in2025' : 'in2035', icbm = boundsOf(table.icbm, year), slbm = boundsOf(table.slbm, year), bombers = boundsOf(table.heavyBombers, year);
  const parts = [['ICBMs', icbm], ['SLBMs', slbm], ['heavy bombers', bombers]] as const, missing = parts.filter(([, bounds]) => bounds === null).map(([word]) => word);
  const known = parts.reduce((sum, [, bounds]) => ({ low: sum.low + (bounds?.low ?? 0), high: sum.high + (bounds?.high ?? Infinity) }), { low: 0, high: 0 });
  const warheads = boundsOf(table.deployedWarheads, year);
  return {
    subject: name, title: table.title, isBound: file.binds.includes(table.country), elements: [],
    counts: { deployedLaunchers_count: known, deployedWarheads_count: warheads ?? NOT_KNOWN, totalLaunchers_count: { low: known.low, high: Infinity } },
    reasons: {
      deployedLaunchers_count: [`Missiles of the table for ${year.slice(2)}, one launcher each.`, ...(missing.length > 0 ? [`Not in the table: ${missing.join(', ')}.`] : [])],
      deployedWarheads_count: warheads === null ? ['The table has no number of deployed warheads; a stockpile is another number.'] : ['An outside estimate with a range; the treaty counted one warhead for a bomber, the estimate counts weapons at bases.'],
      totalLaunchers_count: ['Launchers that are not deployed are not in the table.'],
    },
  };
}

/** Smallest and largest of the versions and of their ranges; null where there is none. */
function boundsOf(force: ForceClass, year: 'in2025' | 'in2035'): Bounds | null {
  const cards = force?.[year];
  if (cards === undefined) return null;
  return { low: Math.min(...cards.map(({ value, low }) => low ?? value)), high: Math.max(...cards.map(({ value, high }) => high ?? value)) };
}

export function unknownForce(state: string): HeldForce {
  const why = ['The public data of Cupola have no table for this state; a file of forces can give its numbers.'];
  return {
    subject: state, title: state, isBound: true, elements: [], counts: { deployedLaunchers_count: NOT_KNOWN, deployedWarheads_count: NOT_KNOWN, totalLaunchers_count: NOT_KNOWN },
    reasons: { deployedLaunchers_count: why, deployedWarheads_count: why, totalLaunchers_count: why },
  };
}

export function statedForce({ state, source, ...numbers }: StatedForce, isBound: boolean | null): HeldForce {
  const of = (key: ForceCount): Bounds => (numbers[key] === undefined ? NOT_KNOWN : exactly(numbers[key]));
  const said = (key: ForceCount): string[] => [numbers[key] === undefined ? 'The file gives no such number.' : `As the file gives it: ${source}.`];
  return {
    subject: `${state} (file)`, title: state, isBound: isBound === false ? null : isBound, elements: [],
    counts: { deployedLaunchers_count: of('deployedLaunchers_count'), deployedWarheads_count: of('deployedWarheads_count'), totalLaunchers_count: of('totalLaunchers_count') },
    reasons: { deployedLaunchers_count: said('deployedLaunchers_count'), deployedWarheads_count: said('deployedWarheads_count'), totalLaunchers_count: said('totalLaunchers_count') },
  };
}
