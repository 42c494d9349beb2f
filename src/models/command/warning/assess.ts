/**
 * The warning logic: events in, declared levels with their reasons out. Evidence is weighed at every event and at every
 * moment at which the same evidence weighs differently. A level is declared once its evidence has lasted as long as its
 * authority takes, and given up once the evidence has been gone for the stand-down time.
 */
import { LEVELS } from './evidence.js';
import type { Level, WarningEvent, WarningSensor } from './evidence.js';
import { createMemory, learn } from './memory.js';
import type { Notice } from './notice.js';
import { delays_s } from './rules.js';
import type { WarningRules } from './rules.js';
import { CONFIRMED, weigh } from './weigh.js';

export interface WarningStory {
  /** What has been declared, in order of time: every change with the reason at that moment. */
  readonly declared: readonly { readonly at_s: number; readonly from: Level; readonly to: Level; readonly reason: string }[];
  /** How far the evidence went: every change. */
  readonly evidence: readonly { readonly at_s: number; readonly level: Level; readonly reason: string }[];
  /** What followed from single events, in words. */
  readonly notes: readonly { readonly at_s: number; readonly text: string }[];
  readonly highest: Level;
  readonly final: Level;
}

export interface WarningCase {
  readonly sensors: readonly WarningSensor[];
  readonly notices: readonly Notice[];
  /** In any order of time. */
  readonly events: readonly WarningEvent[];
  /** The story is told until here. */
  readonly until_s: number;
}

/** Since when each level's evidence has been there, or gone. */
interface Latch {
  isDeclared: boolean;
  since_s: number;
  gone_s: number;
}

export function assess({ sensors, notices, events, until_s }: WarningCase, rules: WarningRules): WarningStory {
  const memory = createMemory(sensors, notices);
  const waiting = events.filter(({ at_s }) => at_s <= until_s).map((event, index) => ({ event, index })).sort((a, b) => a.event.at_s - b.event.at_s || a.index - b.index).map(({ event }) => event);
  const latches = LEVELS.map((): Latch => ({ isDeclared: false, since_s: Infinity, gone_s: Infinity }));
  const delay_s = delays_s(rules);
  const declared: { at_s: number; from: Level; to: Level; reason: string }[] = [];
  const evidence: { at_s: number; level: Level; reason: string }[] = [];
  const notes: { at_s: number; text: string }[] = [];
  // A notice that comes late changes the account when it comes.
  const receipts_s = notices.map(({ received_s }) => received_s);
  let attackSince_s = Infinity, level = 0, highest = 0, said = '', now_s = Math.min(waiting[0]?.at_s ?? 0, until_s);

  for (let next = 0; ; ) {
    for (; next < waiting.length && waiting[next].at_s <= now_s; next++) for (const text of learn(memory, waiting[next], rules)) notes.push({ at_s: now_s, text });
    let weight = weigh(memory, rules, now_s, attackSince_s, level);
    if (!weight.isAttackByBoth) attackSince_s = Infinity;
    else if (attackSince_s === Infinity) attackSince_s = now_s;
    if (weight.isOverdue) for (const latch of latches.slice(1, CONFIRMED)) latch.since_s = -Infinity;
    updateLatches(latches, weight.level, now_s, delay_s, rules.standDownDelay_s);
    const reached = latches.reduce((top, latch, index) => (latch.isDeclared ? index : top), 0);
    if (reached !== level) {
      declared.push({ at_s: now_s, from: LEVELS[level], to: LEVELS[reached], reason: weight.reason });
      level = reached;
      highest = Math.max(highest, level);
      // What is in force enters the account while an attack is held up.
      weight = weigh(memory, rules, now_s, attackSince_s, level);
    }
    const told = `${weight.level} ${weight.reason}`;
    if (told !== said && (weight.level > 0 || evidence.length > 0 || weight.reason.includes('not counted'))) evidence.push({ at_s: now_s, level: LEVELS[weight.level], reason: weight.reason });
    said = told;
    const later_s = [...weight.changesAt_s, ...receipts_s, ...dueTimes_s(latches, delay_s, rules.standDownDelay_s), waiting[next]?.at_s ?? Infinity].filter((t_s) => t_s > now_s);
    const then_s = Math.min(...later_s);
    if (!(then_s <= until_s)) break;
    now_s = then_s;
  }
  return { declared, evidence, notes, highest: LEVELS[highest], final: LEVELS[level] };
}

function updateLatches(latches: readonly Latch[], evidence: number, now_s: number, delay_s: readonly number[], standDown_s: number): void {
  latches.forEach((latch, index) => {
    if (index === 0) return;
    const isThere = evidence >= index;
    if (isThere) {
      latch.gone_s = Infinity;
      latch.since_s = Math.min(latch.since_s, now_s);
      if (now_s >= latch.since_s + delay_s[index]) latch.isDeclared = true;
    } else {
      latch.since_s = Infinity;
      latch.gone_s = Math.min(latch.gone_s, now_s);
      if (now_s >= latch.gone_s + standDown_s) latch.isDeclared = false;
    }
  });
}

function dueTimes_s(latches: readonly Latch[], delay_s: readonly number[], standDown_s: number): number[] {
  return latches.map((latch, index) => (latch.isDeclared ? latch.gone_s + standDown_s : latch.since_s + delay_s[index])).filter((t_s) => t_s < Infinity);
}
