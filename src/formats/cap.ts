/**
 * A public alert as a message of the Common Alerting Protocol 1.2 (OASIS Standard, 1 July 2010, namespace
 * urn:oasis:names:tc:emergency:cap:1.2), elements in the order of its schema. Every alert of Cupola comes from a simulated event:
 * the status is Exercise or Test, there is no type for another, its scope is Restricted, and its words say so first.
 */
import { formatUtc } from '../kernel/epoch.js';
import { DEG_RAD } from '../kernel/units.js';
import { xmlLines } from './xml.js';
import type { XmlElement } from './xml.js';

export const CAP_STATUSES = ['Exercise', 'Test'] as const;
export type CapStatus = (typeof CAP_STATUSES)[number];
export type CapUrgency = 'Immediate' | 'Expected' | 'Future' | 'Past' | 'Unknown';
export type CapSeverity = 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown';
export type CapCertainty = 'Observed' | 'Likely' | 'Possible' | 'Unlikely' | 'Unknown';
export type CapResponse = 'Shelter' | 'Monitor' | 'AllClear';

/** Points in the order of the outline; the first is repeated by the writer. */
export interface CapArea {
  readonly description: string;
  readonly polygon?: readonly { readonly lat_rad: number; readonly lon_rad: number }[];
  readonly circle?: { readonly lat_rad: number; readonly lon_rad: number; readonly radius_m: number };
}

export interface CapInfo {
  readonly event: string;
  readonly response: CapResponse;
  readonly urgency: CapUrgency;
  readonly severity: CapSeverity;
  readonly certainty: CapCertainty;
  /** Seconds since J2000. */
  readonly effective_s: number;
  readonly expires_s: number;
  readonly headline: string;
  readonly description: string;
  readonly instruction: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly areas: readonly CapArea[];
}

interface CapHead {
  /** Without spaces, commas, `<` and `&`. */
  readonly identifier: string;
  readonly sender: string;
  /** Seconds since J2000; written to the second, as the standard has it. */
  readonly sent_s: number;
  readonly status: CapStatus;
  readonly note: string;
  readonly info: CapInfo;
}

export type CapReference = Pick<CapHead, 'identifier' | 'sender' | 'sent_s'>;

/** What changes or takes back names what it changes or takes back. */
export type CapMessage = CapHead & ({ readonly msgType: 'Alert' } | { readonly msgType: 'Update' | 'Cancel'; readonly references: readonly [CapReference, ...CapReference[]] });

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
const RESTRICTION = 'For those who take part in the exercise. A simulated event: not for distribution.';
/** Specific area message encoding: a practice or demonstration. */
const EVENT_CODE = 'DMO';

/** The message as an XML document. Throws a RangeError on what would make it invalid, or anything else than an exercise or a test. */
export function capXml(message: CapMessage): string {
  requireExercise(message.status);
  requireToken('identifier', message.identifier);
  requireToken('sender', message.sender);
  const references = message.msgType === 'Alert' ? [] : message.references;
  if (message.msgType !== 'Alert' && references.length === 0) throw new RangeError(`CAP: ${message.msgType} without references`);
  for (const reference of references) {
    requireToken('identifier', reference.identifier);
    requireToken('sender', reference.sender);
  }
  const alert: XmlElement = ['alert', [
    ['identifier', message.identifier],
    ['sender', message.sender],
    ['sent', capTime(message.sent_s)],
    ['status', message.status],
    ['msgType', message.msgType],
    ['source', 'Cupola, a simulation'],
    ['scope', 'Restricted'],
    ['restriction', RESTRICTION],
    ['note', `${banner(message.status)} ${message.note}`],
    references.length === 0 ? undefined : ['references', references.map((one) => `${one.sender},${one.identifier},${capTime(one.sent_s)}`).join(' ')],
    infoElement(message.info, message.status),
  ]];
  const [first = '', ...rest] = xmlLines(alert);
  return ['<?xml version="1.0" encoding="UTF-8"?>', first.replace('<alert>', `<alert xmlns="${NAMESPACE}">`), ...rest, ''].join('\n');
}

/** Visible in every text that a receiver may show. */
export function banner(status: CapStatus): string {
  const word = status.toUpperCase();
  return `${word} ${word} ${word}: simulated, no real event.`;
}

function infoElement(info: CapInfo, status: CapStatus): XmlElement {
  return ['info', [
    ['language', 'en-US'],
    ['category', 'Security'],
    ['event', `${status}: ${info.event}`],
    ['responseType', info.response],
    ['urgency', info.urgency],
    ['severity', info.severity],
    ['certainty', info.certainty],
    ['eventCode', [['valueName', 'SAME'], ['value', EVENT_CODE]]],
    ['effective', capTime(info.effective_s)],
    ['expires', capTime(info.expires_s)],
    ['senderName', 'Cupola, a simulation'],
    ['headline', `${banner(status)} ${info.headline}`],
    ['description', `${banner(status)} ${info.description}`],
    ['instruction', `${banner(status)} ${info.instruction}`],
    ...info.parameters.map(({ name, value }): XmlElement => ['parameter', [['valueName', name], ['value', value]]]),
    ...info.areas.map(areaElement),
  ]];
}

function areaElement({ description, polygon, circle }: CapArea): XmlElement {
  return ['area', [
    ['areaDesc', description],
    polygon === undefined ? undefined : ['polygon', polygonText(polygon)],
    circle === undefined ? undefined : ['circle', `${point(circle)} ${kilometres(circle.radius_m)}`],
  ]];
}

/** Closed, in pairs of latitude and longitude on WGS-84, at least four of them. */
function polygonText(outline: NonNullable<CapArea['polygon']>): string {
  if (outline.length < 3) throw new RangeError(`CAP: a polygon of ${outline.length} points; at least 3, the first is repeated`);
  return [...outline, ...outline.slice(0, 1)].map(point).join(' ');
}

function point({ lat_rad, lon_rad }: { readonly lat_rad: number; readonly lon_rad: number }): string {
  const lat = lat_rad / DEG_RAD, lon = lon_rad / DEG_RAD;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) throw new RangeError(`CAP: ${lat}, ${lon} is no place in degrees`);
  return `${lat.toFixed(4)},${lon.toFixed(4)}`;
}

function kilometres(radius_m: number): string {
  if (!(radius_m > 0 && radius_m < Infinity)) throw new RangeError(`CAP: a radius of ${radius_m} m`);
  return (radius_m / 1000).toFixed(1);
}

/** UTC is written with the offset −00:00; the standard forbids a Z. */
export function capTime(epoch_s: number): string {
  return formatUtc(Math.round(epoch_s)).replace('Z', '-00:00');
}

/** For callers whose types nobody checks. */
function requireExercise(status: string): void {
  if (!CAP_STATUSES.some((known) => known === status)) throw new RangeError(`CAP: status ${status}; Cupola writes only ${CAP_STATUSES.join(' and ')}`);
}

function requireToken(what: string, text: string): void {
  if (!/^[^\s,<&]+$/.test(text)) throw new RangeError(`CAP: ${what} '${text}' has spaces, commas, < or &, or is empty`);
}
