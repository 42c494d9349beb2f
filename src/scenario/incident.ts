/**
 * From the text of an incident to a checked one, or to all that is wrong with it: form first, then names and times. The files
 * of the catalogue and a user's own go the same way.
 */
import type { z } from 'zod';
import { describeChoice, describeFound } from './text/describe.js';
import { readDocument } from './text/document.js';
import type { SourceDocument } from './text/document.js';
import { INCIDENT_FILE } from './cards/incident-file.js';
import type { IncidentFile } from './cards/incident-file.js';
import { didYouMean } from './text/nearest.js';
import { printPath, valueAt } from './text/path.js';
import type { Segment } from './text/path.js';
import type { Problem } from './text/problem.js';

interface Fault {
  readonly path: readonly Segment[];
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export type ReadIncident = { readonly ok: true; readonly incident: IncidentFile } | { readonly ok: false; readonly problems: readonly Problem[] };

export function readIncident(text: string, file: string): ReadIncident {
  const document = readDocument(text, file);
  if (document.problems.length > 0) return { ok: false, problems: document.problems };
  const result = INCIDENT_FILE.safeParse(document.value);
  const faults = result.success ? incidentFaults(result.data) : result.error.issues.flatMap((issue) => explain(issue, document.value));
  if (faults.length > 0 || !result.success) return { ok: false, problems: faults.map((fault) => locate(fault, document)) };
  return { ok: true, incident: result.data };
}

function locate({ path, ...rest }: Fault, document: SourceDocument): Problem {
  return { file: document.file, path: printPath(path), line: document.lineOf(path), ...rest, severity: 'error' };
}

function explain(issue: z.core.$ZodIssue, root: unknown): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const found = valueAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], found: `${key}: ${describeFound(valueAt(root, [...path, key]))}`, expected: 'a key of this format', hint: 'cupola show incidents NAME --json shows a whole file' }));
  }
  const expected = /^Invalid input|^Too /.test(issue.message) ? expectedOf(path) : issue.message;
  return [{ path, found: describeFound(found), expected, hint: found === undefined && path.length > 0 ? `add \`${String(path.at(-1))}\`` : '' }];
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
