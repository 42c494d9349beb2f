/**
 * How far the evidence of one moment goes. One sensor gives a watch, several of one kind make an attack probable, both kinds
 * confirm it once at least one of them says that it flies at what is defended: one kind alone never does.
 *
 * A notice or a flag takes a sighting out of the account. Where both kinds see an attack, one such reason holds it up for
 * `holdAtMost_s` at most and never lowers a level that has been declared; two independent reasons, one for each kind, do.
 */
import type { SensorKind } from './evidence.js';
import { faultOf, hasBrokenNumbers } from './memory.js';
import type { LinkMemory, Memory, SensorMemory } from './memory.js';
import type { WarningRules } from './rules.js';

export const NONE = 0, WATCH = 1, PROBABLE = 2, CONFIRMED = 3;

export interface Weight {
  /** Index in LEVELS. */
  readonly level: number;
  readonly reason: string;
  /** Both kinds see something that flies at what is defended, whatever stands against it. */
  readonly isAttackByBoth: boolean;
  /** An attack by both has been held up as long as it may: what is below the confirmed level is then declared at once. */
  readonly isOverdue: boolean;
  /** Moments at which the same memory will weigh differently. */
  readonly changesAt_s: readonly number[];
}

interface Sighting {
  readonly sensor: SensorMemory;
  readonly firstSeen_s: number;
  /** Reasons that stand against it: flags and notices by name. */
  readonly held: readonly string[];
  readonly isAimed: boolean;
}

/** `attackSince_s`: since when both kinds have seen an attack; `declared`: index of the level now in force. */
export function weigh(memory: Memory, rules: WarningRules, now_s: number, attackSince_s: number, declared: number): Weight {
  const sightings = [...memory.sensors.values()].flatMap((sensor) => sightingOf(memory, sensor, rules, now_s));
  const clear = sightings.filter(({ held }) => held.length === 0);
  const changesAt_s = sightings.map(({ sensor }) => lastReport_s(sensor) + rules.staleAfter_s);
  const isAttackByBoth = seesBoth(sightings) && sightings.some(({ isAimed }) => isAimed);
  const own = weighClear(memory, clear, now_s);
  if (isAttackByBoth && own.level < CONFIRMED) {
    const reasons = new Set(sightings.flatMap(({ held }) => held));
    const holdEnds_s = Math.min(attackSince_s, now_s) + rules.holdAtMost_s;
    if (reasons.size === 1) {
      const [reason = ''] = reasons;
      if (now_s >= holdEnds_s) return { level: CONFIRMED, reason: `both kinds of sensor see it; ${reason} has held it up as long as one reason may`, isAttackByBoth, isOverdue: true, changesAt_s };
      const level = Math.max(own.level, declared);
      return { level, reason: `both kinds of sensor see it; ${reason} holds it up for at most ${rules.holdAtMost_s} s`, isAttackByBoth, isOverdue: false, changesAt_s: [...changesAt_s, holdEnds_s] };
    }
  }
  const message = weighMessages(memory, rules, now_s);
  const best = message.level > own.level ? message : own;
  const held = sightings.length > clear.length ? sightings.flatMap((sighting) => sighting.held.map((reason) => `${sighting.sensor.sensor.name}: ${reason}`)) : [];
  const reason = held.length > 0 && best.level < PROBABLE ? `${best.reason}; not counted: ${[...new Set(held)].join(', ')}` : best.reason;
  return { level: best.level, reason, isAttackByBoth, isOverdue: false, changesAt_s: [...changesAt_s, ...message.changesAt_s] };
}

/** More names than these say less. */
const MOST_NAMES = 4;

function nameThem(names: readonly string[]): string {
  const others = names.length - MOST_NAMES;
  return others > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${others} more` : names.join(' and ');
}

const lastReport_s = (sensor: SensorMemory): number => sensor.report?.at_s ?? Infinity;

function sightingOf(memory: Memory, sensor: SensorMemory, rules: WarningRules, now_s: number): Sighting[] {
  const { report, firstSeen_s } = sensor;
  if (report === null || sensor.health === 'failed' || report.heading === 'elsewhere' || faultOf(report, rules) !== '') return [];
  if (now_s >= report.at_s + rules.staleAfter_s) return [];
  const cover = memory.registry.coverOf(report, firstSeen_s, now_s);
  const held = [...[...sensor.flags].map((flag) => `the flag ${flag} on ${sensor.sensor.name}`), ...(cover === '' ? [] : [`the notice ${cover}`])];
  return [{ sensor, firstSeen_s, held, isAimed: report.heading === 'defended' }];
}

const seesKind = (sightings: readonly Sighting[], kind: SensorKind): boolean => sightings.some(({ sensor }) => sensor.sensor.kind === kind);
const seesBoth = (sightings: readonly Sighting[]): boolean => seesKind(sightings, 'infrared') && seesKind(sightings, 'radar');

function weighClear(memory: Memory, clear: readonly Sighting[], now_s: number): { level: number; reason: string } {
  if (clear.length === 0) return { level: NONE, reason: 'no sensor sees an attack' };
  const names = nameThem(clear.map(({ sensor }) => sensor.sensor.name));
  if (seesBoth(clear)) {
    if (clear.some(({ isAimed }) => isAimed)) return { level: CONFIRMED, reason: `both kinds of sensor see it (${names}) and it flies at what is defended` };
    return { level: PROBABLE, reason: `both kinds of sensor see it (${names}); where it flies is not known` };
  }
  const [{ sensor: first }] = clear;
  const since_s = Math.min(...clear.map(({ firstSeen_s }) => firstSeen_s));
  const denials = [...memory.sensors.values()].filter((other) => other.health === 'good' && other.flags.size === 0 && other.denied_s >= since_s && now_s >= other.denied_s);
  if (denials.length >= clear.length) {
    return { level: NONE, reason: `only ${names} ${clear.length === 1 ? 'sees' : 'see'} it; ${nameThem(denials.map(({ sensor }) => sensor.name))} would have to and ${denials.length === 1 ? 'does' : 'do'} not` };
  }
  const good = clear.filter(({ sensor }) => sensor.health === 'good').length;
  if (good >= 2) return { level: PROBABLE, reason: `several sensors of one kind see it (${names}); the other kind has not` };
  return { level: WATCH, reason: `only ${names} (${first.sensor.kind}) sees it: one kind alone confirms nothing` };
}

/** Numbers on links, for as long as no sensor has been heard about them. */
function weighMessages(memory: Memory, rules: WarningRules, now_s: number): { level: number; reason: string; changesAt_s: readonly number[] } {
  let found = { level: NONE, reason: '', changesAt_s: [] as readonly number[] };
  for (const [name, link] of memory.links) {
    if (!isOpen(memory, link, now_s, rules)) continue;
    found = { level: WATCH, reason: `${name} shows missiles; the sensors are asked`, changesAt_s: [...found.changesAt_s, link.first_s + rules.supportWithin_s] };
  }
  return found;
}

function isOpen(memory: Memory, link: LinkMemory, now_s: number, rules: WarningRules): boolean {
  const newest = link.numbers.at(-1) ?? 0;
  if (newest === 0 || link.flags.size > 0 || hasBrokenNumbers(link) || now_s >= link.first_s + rules.supportWithin_s) return false;
  const isDenied = memory.noAttack_s >= link.first_s || [...memory.sensors.values()].some((sensor) => sensor.health === 'good' && sensor.flags.size === 0 && sensor.denied_s >= link.first_s);
  return !isDenied;
}
