/** From the cards of an incident to what the warning logic takes: one case of it, in SI. */
import { toSi } from '../../kernel/units.js';
import type { WarningCase } from '../../models/command/warning/assess.js';
import type { WarningEvent } from '../../models/command/warning/evidence.js';
import type { Notice } from '../../models/command/warning/notice.js';
import type { WarningRules } from '../../models/command/warning/rules.js';
import { defaultsOf } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { IncidentFile } from '../../scenario/cards/incident-file.js';

type Card = { readonly value: number } | undefined;
type EventFile = IncidentFile['events'][number];

/** The story is told this long after the last event: everything that was declared has been stood down by then, or never will be. */
const AFTERWARDS_S = 3600;

export function warningRules(catalogue: Catalogue): WarningRules {
  const cards = defaultsOf(catalogue, 'warning-rules', 'warning-rules');
  return {
    confidenceFloor_prob: cards.confidenceFloor_prob.value, holdAtMost_s: cards.holdAtMost_s.value, supportWithin_s: cards.supportWithin_s.value, staleAfter_s: cards.staleAfter_s.value,
    longestRange_m: toSi(cards.longestRange_km.value, 'km'), greatestSpeed_mps: toSi(cards.greatestSpeed_kmps.value, 'kmps'),
    watchDelay_s: cards.watchDelay_s.value, probableDelay_s: cards.probableDelay_s.value, confirmedDelay_s: cards.confirmedDelay_s.value, standDownDelay_s: cards.standDownDelay_s.value,
  };
}

/** What a case of an incident tells the warning logic. */
export function incidentCase(incident: IncidentFile, caseName: string): WarningCase {
  const isIn = ({ in: cases }: { readonly in?: readonly string[] | undefined }): boolean => cases === undefined || cases.includes(caseName);
  const events = incident.events.filter(isIn).map(siEvent);
  const notices = incident.notices.filter(isIn).map((notice): Notice => ({
    name: notice.name, received_s: notice.received_s.value, opens_s: notice.opens_s.value, closes_s: notice.closes_s.value,
    lat_rad: toSi(notice.lat_deg.value, 'deg'), lon_rad: toSi(notice.lon_deg.value, 'deg'), radius_m: toSi(notice.radius_km.value, 'km'),
    azimuth_rad: toSi(notice.azimuth_deg.value, 'deg'), azimuthWidth_rad: toSi(notice.azimuthWidth_deg.value, 'deg'), launches_count: notice.launches.value,
  }));
  return {
    sensors: incident.sensors.map(({ name, kind, health }) => ({ name, kind, health })), notices, events,
    until_s: Math.max(...events.map(({ at_s }) => at_s), 0) + AFTERWARDS_S,
  };
}

const measured = (card: Card, unit: string): number => (card === undefined ? NaN : toSi(card.value, unit));

function siEvent(event: EventFile): WarningEvent {
  const at_s = event.at_s.value;
  switch (event.what) {
    case 'report':
      return {
        what: 'report', at_s, sensor: event.sensor, objects_count: event.objects.value, confidence_prob: event.confidence_prob.value, heading: event.heading,
        lat_rad: measured(event.lat_deg, 'deg'), lon_rad: measured(event.lon_deg, 'deg'), azimuth_rad: measured(event.azimuth_deg, 'deg'),
        range_m: measured(event.range_km, 'km'), speed_mps: measured(event.speed_kmps, 'kmps'),
      };
    case 'message':
      return { what: 'message', at_s, link: event.link, objects_count: event.objects.value };
    case 'statement':
      return { what: 'statement', at_s, by: event.by, claim: event.claim };
    case 'health':
      return { what: 'health', at_s, sensor: event.sensor, health: event.health };
    case 'flag':
      return { what: 'flag', at_s, source: event.source, flag: event.flag, state: event.state };
  }
}
