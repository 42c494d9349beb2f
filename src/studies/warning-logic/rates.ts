/**
 * How often the warning logic is wrong over generated variants of incidents: false alarms where there is no attack, misses where
 * there is one, and attacks seen by a single sensor that a wrong flag keeps out of sight. Shares with exact 95 % intervals.
 */
import { key32 } from '../../kernel/hash.js';
import { Luck } from '../../kernel/random.js';
import { clopperPearson } from '../../kernel/statistics/statistics.js';
import { assess } from '../../models/command/warning/assess.js';
import type { WarningStory } from '../../models/command/warning/assess.js';
import { LEVELS } from '../../models/command/warning/evidence.js';
import type { Level } from '../../models/command/warning/evidence.js';
import type { WarningRules } from '../../models/command/warning/rules.js';
import type { IncidentFile } from '../../scenario/cards/incident-file.js';
import { incidentCase } from './incident-case.js';
import { makeVariant, VARIANT_KINDS } from './variants.js';
import type { Variant, VariantKind } from './variants.js';

/** A share of yes among so many, with its 95 % interval. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface KindRates {
  readonly kind: VariantKind;
  readonly truth: Variant['truth'];
  readonly variants: number;
  /** Share whose highest declared level is at least this. */
  readonly watch: Rate;
  readonly probable: Rate;
  readonly confirmed: Rate;
}

export interface VariantRates {
  readonly variants: number;
  readonly seed: number;
  readonly kinds: readonly KindRates[];
  /** Declared confirmed without an attack. */
  readonly falseAlarm: Rate;
  /** Declared at least probable without an attack. */
  readonly falseProbable: Rate;
  /** An attack that both kinds see, and that is never declared confirmed. */
  readonly missed: Rate;
  /** An attack that one sensor sees, with a wrong flag on it: not even a watch. */
  readonly suppressed: Rate;
  /** The same without the flag. */
  readonly suppressedWithoutFlag: Rate;
  /** By how much one notice or flag delayed the confirmation of an attack that both kinds see, at most; null if there was none. */
  readonly longestDelay_s: number | null;
}

export function rateOf(yes: readonly boolean[]): Rate {
  const count = yes.filter(Boolean).length;
  const { low, high } = yes.length === 0 ? { low: 0, high: 1 } : clopperPearson(count, yes.length);
  return { count, of: yes.length, share: yes.length === 0 ? NaN : count / yes.length, low, high };
}

const reaches = (story: WarningStory, level: Level): boolean => LEVELS.indexOf(story.highest) >= LEVELS.indexOf(level);

interface Played {
  readonly variant: Variant;
  readonly story: WarningStory;
  readonly without: WarningStory | null;
}

export function variantRates(incidents: Readonly<Record<string, IncidentFile>>, rules: WarningRules, variants: number, seed: number): VariantRates {
  const played = playVariants(incidents, rules, variants, seed);
  const ofKind = (...kinds: readonly VariantKind[]): Played[] => played.filter(({ variant }) => kinds.includes(variant.kind));
  const quiet = played.filter(({ variant }) => variant.truth === 'no attack').map(({ story }) => story);
  const flagged = ofKind('attack-one-sensor-bad-flag');
  const delays_s = ofKind('attack-one-reason').flatMap(({ story, without }) => (without === null ? [] : [confirmed_s(story) - confirmed_s(without)]));
  return {
    variants, seed,
    kinds: VARIANT_KINDS.map((kind) => {
      const stories = ofKind(kind).map(({ story }) => story), [first] = ofKind(kind);
      const rate = (level: Level): Rate => rateOf(stories.map((story) => reaches(story, level)));
      return { kind, truth: first?.variant.truth ?? 'no attack', variants: stories.length, watch: rate('watch'), probable: rate('probable'), confirmed: rate('confirmed') };
    }),
    falseAlarm: rateOf(quiet.map((story) => reaches(story, 'confirmed'))),
    falseProbable: rateOf(quiet.map((story) => reaches(story, 'probable'))),
    missed: rateOf(ofKind('attack', 'attack-one-reason').map(({ story }) => !reaches(story, 'confirmed'))),
    suppressed: rateOf(flagged.map(({ story }) => story.highest === 'none')),
    suppressedWithoutFlag: rateOf(flagged.map(({ without }) => without?.highest === 'none')),
    longestDelay_s: delays_s.length === 0 ? null : Math.max(...delays_s),
  };
}

const confirmed_s = (story: WarningStory): number => story.declared.find(({ to }) => to === 'confirmed')?.at_s ?? Infinity;

/** Kinds and cases in turn, so that each has its share whatever the number. */
function playVariants(incidents: Readonly<Record<string, IncidentFile>>, rules: WarningRules, variants: number, seed: number): Played[] {
  const luck = new Luck(seed);
  const cases = Object.entries(incidents).flatMap(([name, incident]) => incident.cases.map((one) => ({ key: key32(`${name}/${one.name}`), base: incidentCase(incident, one.name) })));
  return Array.from({ length: variants }, (_, index) => {
    const { base, key } = cases[Math.floor(index / VARIANT_KINDS.length) % cases.length];
    const variant = makeVariant(base, VARIANT_KINDS[index % VARIANT_KINDS.length], luck, index, key);
    return { variant, story: assess(variant.played, rules), without: variant.without === undefined ? null : assess(variant.without, rules) };
  });
}
