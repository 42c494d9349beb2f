/**
 * From a replayed attack to its warning and its public alert: which sensors reported when, which level was declared when, what
 * was known by then about where it goes, and when alert, updates and end reach the public. That a missile is aimed at what is
 * defended counts as known from the end of its boost or its release on, once it has been reported, and with it the place if it
 * falls freely from there. Before that, and for what may still turn, the whole territory is alerted.
 */
import type { Geometry } from '../../engine/geometry.js';
import type { Replay, ReplayMissile } from '../../engine/record/record.js';
import { assess } from '../../models/command/warning/assess.js';
import type { WarningStory } from '../../models/command/warning/assess.js';
import { LEVELS, UNMEASURED } from '../../models/command/warning/evidence.js';
import type { Level, SensorReport, WarningSensor } from '../../models/command/warning/evidence.js';
import { timeToAlert_s } from '../../models/command/warning/public-alert.js';
import type { AlertProcedure, PublicAlertRules } from '../../models/command/warning/public-alert.js';
import type { WarningRules } from '../../models/command/warning/rules.js';
import type { Place, Plan } from '../../scenario/plan/plan.js';
import { sensorKindOf } from './sensor-kinds.js';

export interface AlertMoment {
  readonly kind: 'alert' | 'update' | 'end';
  /** From the start of the raid. */
  readonly at_s: number;
  readonly level: Level;
  /** Places known to be threatened; empty where only the territory can be named. */
  readonly places: readonly Place[];
  readonly missiles_count: number;
  /** First impact that is still expected; Infinity when none is. */
  readonly firstImpact_s: number;
  /** Of the end: whether anything got through. */
  readonly gotThrough_count: number;
}

export interface AlertStory {
  readonly warning: WarningStory;
  readonly moments: readonly AlertMoment[];
}

/** Sensors as the log names them, with their kind: satellites of one system count one by one. */
function sensorsOf(replay: Replay, plan: Plan): WarningSensor[] {
  const names = new Set(replay.events.flatMap(({ kind, by }) => (kind === 'report' ? [by] : [])));
  return [...names].map((name) => ({ name, kind: sensorKindOf(name, plan.sensors), health: 'good' }));
}

/** A missile's reports, and from when its target is known to whoever has been told of it. */
interface Known {
  readonly missile: ReplayMissile;
  readonly target: Place;
  readonly reported_s: number;
  /** From here on it is told to fly at what is defended. */
  readonly aimed_s: number;
  /** From here on it is known at which place; Infinity for what may still turn until it is there. */
  readonly known_s: number;
  /** When it would come down, by a flight of its class; that it will be stopped nobody knows before it is. */
  readonly impact_s: number;
  /** When it is known to be over: stopped and assessed, or down. */
  readonly over_s: number;
}

function knowledge(replay: Replay, geometry: Geometry): Known[] {
  const { plan, missiles, aims } = geometry.linked;
  const first = new Map<string, number>();
  for (const { kind, target, t_s } of replay.events) if (kind === 'report' && !first.has(target)) first.set(target, t_s);
  const linked = new Map(missiles.map((each) => [each.name, each]));
  return replay.missiles.flatMap((missile): Known[] => {
    const own = linked.get(missile.key);
    // What is never launched is in no replay, so places in the list say nothing.
    if (missile.isDecoy || own === undefined) return [];
    const { attack, aim } = own, [flight] = geometry.trajectories[attack][aim].variants;
    const reported_s = first.get(missile.key) ?? Infinity;
    const aimed_s = Math.max(reported_s, missile.burnout_s + plan.tracker.latency_s, missile.released_s + plan.tracker.latency_s);
    const known_s = flight.foretoldUntil_s < flight.impact_s ? Infinity : aimed_s;
    const over_s = missile.fate === 'killed' ? missile.end_s + plan.command.assessment_s : missile.end_s;
    return [{ missile, target: aims[attack][aim].to, reported_s, aimed_s, known_s, impact_s: missile.launch_s + flight.impact_s, over_s }];
  });
}

/** What each sensor says, report by report: how many it has seen so far, and whether it knows by then that one is aimed. */
function reportsOf(replay: Replay, known: readonly Known[]): SensorReport[] {
  const seen = new Map<string, Set<string>>();
  const byKey = new Map(known.map((one) => [one.missile.key, one]));
  const reports = replay.events.flatMap(({ kind, t_s, by, target }): SensorReport[] => {
    if (kind !== 'report') return [];
    const own = seen.get(by) ?? new Set<string>();
    seen.set(by, own.add(target));
    const isAimed = [...own].some((key) => (byKey.get(key)?.aimed_s ?? Infinity) <= t_s);
    return [{ what: 'report', at_s: t_s, sensor: by, objects_count: own.size, confidence_prob: 1, heading: isAimed ? 'defended' : 'unknown', ...UNMEASURED }];
  });
  // Sensors learn of the end of a boost after they have reported its launch.
  const later = [...seen].flatMap(([sensor, keys]): SensorReport[] => {
    const aimed_s = Math.min(...[...keys].map((key) => byKey.get(key)?.aimed_s ?? Infinity));
    return aimed_s < Infinity ? [{ what: 'report', at_s: aimed_s, sensor, objects_count: keys.size, confidence_prob: 1, heading: 'defended', ...UNMEASURED }] : [];
  });
  return [...reports, ...later];
}

export function alertStory(replay: Replay, geometry: Geometry, rules: WarningRules, alertRules: PublicAlertRules, procedure: AlertProcedure): AlertStory {
  const { plan } = geometry.linked, known = knowledge(replay, geometry);
  // The log has a sensor's first reports only; what it sees stays in view or is known until the attack is over.
  const warning = assess({ sensors: sensorsOf(replay, plan), notices: [], events: reportsOf(replay, known), until_s: replay.end_s }, { ...rules, staleAfter_s: Infinity });
  const confirmed = warning.declared.find(({ to }) => to === LEVELS[3]);
  const sent_s = confirmed === undefined ? Infinity : confirmed.at_s + timeToAlert_s(alertRules, procedure);
  if (!(sent_s < replay.end_s)) return { warning, moments: [] };
  const moment = (kind: AlertMoment['kind'], at_s: number): AlertMoment => {
    const aloft = known.filter(({ reported_s, over_s }) => reported_s <= at_s && over_s > at_s);
    const places = aloft.filter(({ known_s }) => known_s <= at_s).map(({ target }) => target);
    return {
      kind, at_s, level: confirmed?.to ?? 'none', places: places.filter((place, i) => places.findIndex(({ name }) => name === place.name) === i), missiles_count: aloft.length,
      firstImpact_s: Math.min(...aloft.filter(({ known_s }) => known_s <= at_s).map(({ impact_s }) => impact_s)), gotThrough_count: known.filter(({ missile }) => missile.fate === 'leaked').length,
    };
  };
  const moments = [moment('alert', sent_s)];
  for (let at_s = sent_s + alertRules.updateEvery_s; at_s < replay.end_s; at_s += alertRules.updateEvery_s) {
    const next = moment('update', at_s), told = new Set(moments.flatMap(({ places }) => places.map(({ name }) => name)));
    // A place is named once; that a threat is over is said at the end.
    if (next.places.some(({ name }) => !told.has(name))) moments.push(next);
  }
  moments.push(moment('end', replay.end_s + timeToAlert_s(alertRules, procedure)));
  return { warning, moments };
}
