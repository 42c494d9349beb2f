/** What the warning logic remembers of each source between two events, and what each event changes in it. */
import type { Flag, FlagChange, Health, LinkMessage, SensorReport, Statement, WarningEvent, WarningSensor } from './evidence.js';
import { createRegistry } from './notice.js';
import type { Notice, Registry } from './notice.js';
import type { WarningRules } from './rules.js';

/** A sensor with its newest report. */
export interface SensorMemory {
  readonly sensor: WarningSensor;
  health: Health;
  readonly flags: Set<Flag>;
  report: SensorReport | null;
  /** When the sighting that the newest report continues began. */
  firstSeen_s: number;
  /** When it last said that it sees nothing where something should be; −Infinity if never. */
  denied_s: number;
}

export interface LinkMemory {
  readonly flags: Set<Flag>;
  /** Numbers in the order in which they came. */
  readonly numbers: number[];
  first_s: number;
  last_s: number;
}

export interface Memory {
  readonly sensors: ReadonlyMap<string, SensorMemory>;
  readonly links: Map<string, LinkMemory>;
  readonly registry: Registry;
  /** When somebody who can ask the sensors last said that there is no attack. */
  noAttack_s: number;
}

export function createMemory(sensors: readonly WarningSensor[], notices: readonly Notice[]): Memory {
  const entries = sensors.map((sensor): [string, SensorMemory] => [
    sensor.name, { sensor, health: sensor.health, flags: new Set(), report: null, firstSeen_s: Infinity, denied_s: -Infinity },
  ]);
  return { sensors: new Map(entries), links: new Map(), registry: createRegistry(notices), noAttack_s: -Infinity };
}

/** Takes one event in and says in words what follows from it, if that is not evident. */
export function learn(memory: Memory, event: WarningEvent, rules: WarningRules): string[] {
  switch (event.what) {
    case 'report':
      return learnReport(memory, sensorOf(memory, event.sensor), event, rules);
    case 'message':
      return learnMessage(linkOf(memory, event.link, event.at_s), event);
    case 'statement':
      return learnStatement(memory, event);
    case 'health':
      sensorOf(memory, event.sensor).health = event.health;
      return [];
    case 'flag':
      return learnFlag(memory, event);
  }
}

function learnReport(memory: Memory, sensor: SensorMemory, report: SensorReport, rules: WarningRules): string[] {
  if (report.objects_count === 0) {
    sensor.denied_s = report.at_s;
    sensor.report = null;
    return [];
  }
  if (sensor.report === null) sensor.firstSeen_s = report.at_s;
  sensor.report = report;
  sensor.denied_s = -Infinity;
  const said = memory.registry.learn(report, sensor.firstSeen_s);
  const fault = faultOf(report, rules);
  if (fault !== '') said.push(`what ${sensor.sensor.name} reports is no missile: ${fault}`);
  return said;
}

/** Why a report cannot be of a missile, or ''. What was not measured is not held against it. */
export function faultOf(report: SensorReport, rules: WarningRules): string {
  if (report.range_m > rules.longestRange_m) return 'it is farther away than any missile flies';
  if (report.speed_mps > rules.greatestSpeed_mps) return 'it is faster than any missile flies';
  return report.confidence_prob < rules.confidenceFloor_prob ? 'the confidence is below what is counted' : '';
}

function learnMessage(link: LinkMemory, message: LinkMessage): string[] {
  if (link.numbers.length === 0 || link.numbers.every((n) => n === 0)) link.first_s = message.at_s;
  link.numbers.push(message.objects_count);
  link.last_s = message.at_s;
  return hasBrokenNumbers(link) ? [`the numbers on ${message.link} fall and rise again, as missiles do not: the message is at fault`] : [];
}

/** Missiles in flight do not come, go and come again. */
export function hasBrokenNumbers({ numbers }: LinkMemory): boolean {
  return numbers.some((n, i) => i >= 2 && n > numbers[i - 1] && numbers.slice(0, i - 1).some((before) => before > numbers[i - 1]));
}

function learnStatement(memory: Memory, statement: Statement): string[] {
  if (statement.claim === 'attack') return [`${statement.by} speaks of an attack: words are no sighting, the sensors are asked`];
  memory.noAttack_s = statement.at_s;
  return [];
}

function learnFlag(memory: Memory, { source, flag, state, at_s }: FlagChange): string[] {
  const flags = memory.sensors.get(source)?.flags ?? linkOf(memory, source, at_s).flags;
  if (state === 'set') flags.add(flag);
  else flags.delete(flag);
  return [];
}

function sensorOf(memory: Memory, name: string): SensorMemory {
  const sensor = memory.sensors.get(name);
  if (sensor === undefined) throw new RangeError(`warning: no sensor is called ${name}`);
  return sensor;
}

function linkOf(memory: Memory, name: string, at_s: number): LinkMemory {
  let link = memory.links.get(name);
  if (link === undefined) {
    link = { flags: new Set(), numbers: [], first_s: at_s, last_s: at_s };
    memory.links.set(name, link);
  }
  return link;
}
