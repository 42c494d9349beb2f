/**
 * Variants of a case by keyed luck: the same first reports, and then something else. Some stay false, some are attacks. They try
 * the logic; how often such things happen in the world they do not say, and their ranges are chosen, not measured.
 */
import { PI, TAU } from '../../kernel/maths.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import type { WarningCase } from '../../models/command/warning/assess.js';
import { FLAGS, SENSOR_KINDS, UNMEASURED } from '../../models/command/warning/evidence.js';
import type { FlagChange, SensorReport, WarningEvent, WarningSensor } from '../../models/command/warning/evidence.js';
import type { Notice } from '../../models/command/warning/notice.js';

export const FALSE_KINDS = ['delays', 'missing-sensor', 'notice', 'larger-counts', 'coincidence'] as const;
export const ATTACK_KINDS = ['attack', 'attack-one-reason', 'attack-one-sensor', 'attack-one-sensor-bad-flag'] as const;
export type VariantKind = (typeof FALSE_KINDS)[number] | (typeof ATTACK_KINDS)[number];
export const VARIANT_KINDS: readonly VariantKind[] = [...FALSE_KINDS, ...ATTACK_KINDS];

export interface Variant {
  readonly kind: VariantKind;
  readonly truth: 'attack' | 'no attack';
  /** What was changed, in words. */
  readonly change: string;
  readonly played: WarningCase;
  /** The same without its notice or flag, where it is an attack with one. */
  readonly without?: WarningCase;
}

/** Answers of one variant's luck: question by question, each in [0, 1). */
type Ask = (question: number) => number;

const between = (u: number, low: number, high: number): number => low + u * (high - low);
const pick = <T>(u: number, list: readonly T[]): T => list[Math.floor(u * list.length)];

/** One variant of a case. `subject` is the key of the case. */
export function makeVariant(base: WarningCase, kind: VariantKind, luck: Luck, index: number, subject: number): Variant {
  const ask: Ask = (question) => luck.uniform(STREAM.warningVariant, index, subject, question, 0);
  switch (kind) {
    case 'delays':
      return { kind, truth: 'no attack', change: 'reports come later', played: extend({ ...base, events: base.events.map((event, i) => ({ ...event, at_s: event.at_s + between(ask(i), 0, 600) })) }) };
    case 'missing-sensor': {
      const lost = base.sensors.length === 0 ? '' : pick(ask(0), base.sensors).name;
      return { kind, truth: 'no attack', change: `nothing is heard of ${lost}`, played: { ...base, events: base.events.filter((event) => !('sensor' in event && event.sensor === lost)) } };
    }
    case 'notice':
      return noticeVariant(base, ask);
    case 'larger-counts': {
      const factor = Math.round(between(ask(0) * ask(0), 2, 500));
      return { kind, truth: 'no attack', change: `${factor} times as many`, played: { ...base, events: base.events.map((event) => ('objects_count' in event ? { ...event, objects_count: event.objects_count * factor } : event)) } };
    }
    case 'coincidence': {
      const { sensors, other } = withOther(base);
      const heading = pick(ask(1), ['unknown', 'unknown', 'elsewhere', 'defended'] as const);
      const report: SensorReport = { what: 'report', at_s: base.events[0].at_s + between(ask(0), 0, 900), sensor: other.name, objects_count: 1, confidence_prob: between(ask(2), 0.3, 1), heading, ...UNMEASURED };
      return { kind, truth: 'no attack', change: `${other.name} reports something else by chance, heading ${heading}`, played: extend({ ...base, sensors, events: [...base.events, report] }) };
    }
    case 'attack':
      return { kind, truth: 'attack', change: 'the same first reports, and an attack that both kinds see', played: attackOn(base, ask, 2) };
    case 'attack-one-reason': {
      const without = attackOn(base, ask, 2);
      return { kind, truth: 'attack', change: 'an attack that both kinds see, and one notice or flag against it', played: withReason(without, ask), without };
    }
    case 'attack-one-sensor':
      return { kind, truth: 'attack', change: 'an attack that one sensor sees', played: attackOn(base, ask, 1) };
    case 'attack-one-sensor-bad-flag': {
      const without = attackOn(base, ask, 1);
      return { kind, truth: 'attack', change: 'an attack that one sensor sees, with a flag on it that is wrong', played: withFlag(without, ask), without };
    }
  }
}

const lastOf = (events: readonly WarningEvent[]): number => events.reduce((last, { at_s }) => Math.max(last, at_s), 0);
const extend = (played: WarningCase): WarningCase => ({ ...played, until_s: lastOf(played.events) + 3600 });

/** Missing, lost, late, or wrong in one respect. Where the case has no notice, one is made that would cover its first sighting. */
function noticeVariant(base: WarningCase, ask: Ask): Variant {
  const first = firstSighting(base);
  const fitting = base.notices[0] ?? noticeFor(first);
  const fate = pick(ask(0), ['missing', 'lost', 'late', 'for another day', 'for another direction', 'for fewer launches', 'right'] as const);
  const changed: Readonly<Record<typeof fate, readonly Notice[]>> = {
    missing: [], right: [fitting], lost: [{ ...fitting, received_s: Infinity }], late: [{ ...fitting, received_s: first.at_s + between(ask(1), 10, 1200) }],
    'for another day': [{ ...fitting, opens_s: fitting.opens_s + 86_400, closes_s: fitting.closes_s + 86_400 }],
    'for another direction': [{ ...fitting, azimuth_rad: fitting.azimuth_rad + between(ask(1), 0.5, 2) * PI, azimuthWidth_rad: 0.5 }],
    'for fewer launches': [{ ...fitting, launches_count: first.objects_count - 1 }],
  };
  return { kind: 'notice', truth: 'no attack', change: `the notice is ${fate}`, played: { ...base, notices: changed[fate] } };
}

function firstSighting(base: WarningCase): SensorReport {
  const found = base.events.find((event): event is SensorReport => event.what === 'report' && event.objects_count > 0);
  return found ?? { what: 'report', at_s: base.events[0].at_s, sensor: '', objects_count: 1, confidence_prob: 0.9, heading: 'unknown', ...UNMEASURED };
}

/** A notice that covers a sighting; where its place is not known it covers none. */
function noticeFor(report: SensorReport): Notice {
  const place = Number.isFinite(report.lat_rad + report.lon_rad + report.azimuth_rad) ? report : { lat_rad: 0, lon_rad: 0, azimuth_rad: 0 };
  return {
    name: 'made-for-this', received_s: report.at_s - 86_400, opens_s: report.at_s - 3600, closes_s: report.at_s + 3600,
    lat_rad: place.lat_rad, lon_rad: place.lon_rad, radius_m: 1e5, azimuth_rad: place.azimuth_rad, azimuthWidth_rad: TAU / 12, launches_count: report.objects_count,
  };
}

/** The sensors with one of the kind that has not seen anything: one of the case's own, or a new one. */
function withOther(base: WarningCase): { sensors: readonly WarningSensor[]; seer: WarningSensor; other: WarningSensor } {
  const seen = firstSighting(base).sensor;
  const seer = base.sensors.find(({ name }) => name === seen) ?? base.sensors[0] ?? { name: 'added-infrared', kind: 'infrared', health: 'good' };
  const kind = SENSOR_KINDS[seer.kind === 'infrared' ? 1 : 0];
  const other = base.sensors.find((sensor) => sensor.kind === kind) ?? { name: `added-${kind}`, kind, health: 'good' as const };
  const sensors = [...base.sensors, ...[seer, other].filter((sensor) => !base.sensors.includes(sensor))];
  return { sensors, seer, other };
}

/** An attack that begins as the case does: what showed it to be false is left out, and `kinds` kinds of sensor see it. */
function attackOn(base: WarningCase, ask: Ask, kinds: 1 | 2): WarningCase {
  const { sensors, seer, other } = withOther(base);
  const first = firstSighting(base);
  const start_s = first.at_s;
  const opening = base.events.filter((event) => event.at_s <= start_s && event.what === 'message');
  const sighting: SensorReport = { ...first, sensor: seer.name, range_m: NaN, speed_mps: NaN, heading: 'unknown', confidence_prob: between(ask(0), 0.6, 1) };
  const aimed_s = start_s + between(ask(1), 30, 240), second_s = start_s + between(ask(2), 120, 1200);
  const objects_count = first.objects_count * Math.ceil(between(ask(3), 0.01, 20));
  const events: WarningEvent[] = [...opening, sighting, { ...sighting, at_s: aimed_s, heading: 'defended', objects_count }];
  if (kinds === 2) events.push({ ...sighting, at_s: second_s, sensor: other.name, heading: 'defended', objects_count });
  return extend({ sensors, notices: [], events, until_s: 0 });
}

/** One reason against an attack: a flag on one of its sensors, or a notice that covers as much of it as fits. */
function withReason(attack: WarningCase, ask: Ask): WarningCase {
  if (ask(10) < 0.5) return withFlag(attack, ask);
  const notice = noticeFor(firstSighting(attack));
  return { ...attack, notices: [{ ...notice, received_s: notice.opens_s + between(ask(11), 0, 5400), launches_count: 1000 }] };
}

/** A wrong flag on a sensor that sees the attack. In half of the variants somebody takes it off again, sooner or later. */
function withFlag(attack: WarningCase, ask: Ask): WarningCase {
  const sightings = attack.events.filter((event): event is SensorReport => event.what === 'report');
  const { sensor, at_s } = pick(ask(12), sightings);
  const set_s = at_s + between(ask(13), -300, 60);
  const flag: FlagChange = { what: 'flag', at_s: set_s, source: sensor, flag: pick(ask(14), FLAGS), state: 'set' };
  const isChecked = ask(15) < 0.5;
  return extend({ ...attack, events: [...attack.events, flag, ...(isChecked ? [{ ...flag, at_s: set_s + between(ask(16), 60, 1800), state: 'cleared' as const }] : [])] });
}
