/** From the text of an incident to a checked one, or to all that is wrong with it: form first, then names and times. */
import { type Fault, readChecked } from './text/checked-file.js';
import { describeChoice } from './text/describe.js';
import { INCIDENT_FILE } from './cards/incident-file.js';
import type { IncidentFile } from './cards/incident-file.js';
import { didYouMean } from './text/nearest.js';
import type { Segment } from './text/path.js';
import type { Problem } from './text/problem.js';

export type ReadIncident = { readonly ok: true; readonly incident: IncidentFile } | { readonly ok: false; readonly problems: readonly Problem[] };

export function readIncident(text: string, file: string): ReadIncident {
  const checked = readChecked(text, file, INCIDENT_FILE, { example: 'cupola show incidents NAME --json shows a whole file', expectedOf }, incidentFaults);
  return checked.ok ? { ok: true, incident: checked.value } : checked;
}

/** Words where the schema's own sentence would not help: numbers are cards, everything else is named by its place. */
function expectedOf(path: readonly Segment[]): string {
  return /_(s|deg|km|kmps|prob)$|^(objects|launches)$/.test(String(path.at(-1))) ? 'a card, as in `{ value: 120 }`' : 'what this format has here';
}

/** One day: a window that lies farther from the incident than this is that of another one. */
const OTHER_DAY_S = 86_400;

/** What is wrong with an incident whose form is right. */
export function incidentFaults(incident: IncidentFile): Fault[] {
  const { sensors, links, events, notices, cases } = incident;
  const faults: Fault[] = [];
  const sensorNames = sensors.map(({ name }) => name), sources = [...sensorNames, ...links.map(({ name }) => name)], caseNames = cases.map(({ name }) => name);
  const needName = (path: readonly Segment[], name: string, known: readonly string[], kind: string): void => {
    if (known.includes(name)) return;
    faults.push({ path, found: name, expected: known.length === 0 ? `${kind}; the file has none` : `${kind}: ${describeChoice(known)}`, hint: didYouMean(name, known) });
  };
  const needUnique = (list: readonly { readonly name: string }[], key: string): void => list.forEach(({ name }, index) => {
    if (list.findIndex((other) => other.name === name) < index) faults.push({ path: [key, index, 'name'], found: `${name} twice`, expected: 'each name once', hint: '' });
  });
  needUnique([...sensors, ...links], 'sensors');
  needUnique(notices, 'notices');
  needUnique(cases, 'cases');
  events.forEach((event, index) => {
    event.in?.forEach((name, i) => needName(['events', index, 'in', i], name, caseNames, 'a case of this file'));
    if (event.what === 'report' || event.what === 'health') needName(['events', index, 'sensor'], event.sensor, sensorNames, 'a sensor of this file');
    if (event.what === 'message') needName(['events', index, 'link'], event.link, links.map(({ name }) => name), 'a link of this file');
    if (event.what === 'flag') needName(['events', index, 'source'], event.source, sources, 'a sensor or link of this file');
    if (event.what === 'report' && (event.lat_deg === undefined) !== (event.lon_deg === undefined)) faults.push({ path: ['events', index], found: 'one of lat_deg and lon_deg', expected: 'both or neither', hint: '' });
  });
  const times_s = events.map(({ at_s }) => at_s.value), first_s = Math.min(...times_s), last_s = Math.max(...times_s);
  notices.forEach((notice, index) => {
    notice.in?.forEach((name, i) => needName(['notices', index, 'in', i], name, caseNames, 'a case of this file'));
    const opens_s = notice.opens_s.value, closes_s = notice.closes_s.value;
    if (closes_s <= opens_s) faults.push({ path: ['notices', index, 'closes_s'], found: `a window from ${opens_s} to ${closes_s} s`, expected: 'a window that closes after it opens', hint: 'an empty window covers no launch' });
    else if (opens_s > last_s + OTHER_DAY_S || closes_s < first_s - OTHER_DAY_S) {
      const days = Math.round((opens_s > last_s ? opens_s - last_s : first_s - closes_s) / OTHER_DAY_S);
      faults.push({ path: ['notices', index, 'opens_s'], found: `a notice for another day, ${days} days ${opens_s > last_s ? 'after' : 'before'} the incident`, expected: 'a window within a day of the events', hint: 'it would never apply: leave it out, or correct the window' });
    }
  });
  return faults;
}
