/**
 * From the text of a directive to a checked one, or to all that is wrong with it at once: form, units of thresholds, names of dates,
 * cards. The files of the catalogue and a user's own go the same way. What is checked beyond form looks at the raw value, so that a
 * file with a slip in its form still hears about everything else.
 */
import type { z } from 'zod';
import { CARD, cardFaults, type SourceDefaults } from './cards/card.js';
import { describeChoice, describeFound } from './text/describe.js';
import { DIRECTIVE_FILE, type DirectiveFile } from './cards/directive-file.js';
import { type MetricName, METRICS } from './cards/directive-terms.js';
import { readDocument } from './text/document.js';
import { didYouMean } from './text/nearest.js';
import { isMapping, printPath, valueAt } from './text/path.js';
import type { Segment } from './text/path.js';
import type { Problem } from './text/problem.js';

export interface DirectiveFault {
  readonly path: readonly Segment[];
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export type ReadDirective = { readonly ok: true; readonly directive: DirectiveFile } | { readonly ok: false; readonly problems: readonly Problem[] };

export function readDirective(text: string, file: string): ReadDirective {
  const document = readDocument(text, file);
  if (document.problems.length > 0) return { ok: false, problems: document.problems };
  const result = DIRECTIVE_FILE.safeParse(document.value);
  const faults = [...(result.success ? [] : result.error.issues.flatMap((issue) => explain(issue, document.value))), ...directiveFaults(document.value)];
  if (faults.length > 0 || !result.success) {
    const problems = faults.map(({ path, ...rest }): Problem => ({ file, path: printPath(path), line: document.lineOf(path), ...rest, severity: 'error' }));
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
  }
  return { ok: true, directive: result.data };
}

function explain(issue: z.core.$ZodIssue, root: unknown): DirectiveFault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step))), value = valueAt(root, path), found = describeFound(value);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], found: key, expected: 'a key of this format', hint: 'cupola show directives NAME --json shows a whole file' }));
  const expected = /^Invalid input|^Too /.test(issue.message) ? (path.at(-1) === 'card' || path.includes('card') ? 'a card, as in { "value": 0.9, "low": 0.5, "high": 0.99, "where": "why" }' : 'what this format has here') : issue.message;
  const names: unknown = issue.code === 'invalid_value' ? issue.values : [];
  const near = typeof value === 'string' && Array.isArray(names) ? didYouMean(value, names.map(String)) : '';
  return [{ path, found, expected, hint: value === undefined ? `add \`${String(path.at(-1))}\`` : near }];
}

/** What is wrong beyond form; anything that has not the right form is passed over here. */
export function directiveFaults(root: unknown): DirectiveFault[] {
  const faults: DirectiveFault[] = [], requirements = listAt(root, 'requirements'), dates = listAt(root, 'dates');
  const dateIds = dates.map((date) => valueAt(date, ['id'])), ids = requirements.map((requirement) => valueAt(requirement, ['id']));
  twice(dateIds, ['dates'], faults);
  twice(ids, ['requirements'], faults);
  requirements.forEach((requirement, index) => {
    const path = ['requirements', index], defaults = sourceOf(valueAt(requirement, ['source'])) ?? sourceOf(valueAt(root, ['source']));
    checkUnit(requirement, path, faults);
    checkCard(valueAt(requirement, ['threshold', 'card']), [...path, 'threshold', 'card'], defaults, faults);
    const settings = valueAt(requirement, ['settings']);
    if (isMapping(settings)) for (const [name, setting] of Object.entries(settings)) checkCard(valueAt(setting, ['card']), [...path, 'settings', name, 'card'], defaults, faults);
    listAt(requirement, 'dates').forEach((id, i) => {
      if (typeof id === 'string' && !dateIds.includes(id)) faults.push({ path: [...path, 'dates', i], found: id, expected: `a date of this file: ${describeChoice(dateIds.map(String))}`, hint: didYouMean(id, dateIds.map(String)) });
    });
  });
  return faults;
}

const listAt = (value: unknown, key: string): readonly unknown[] => {
  const list = valueAt(value, [key]);
  return Array.isArray(list) ? list : [];
};

function twice(ids: readonly unknown[], at: readonly Segment[], faults: DirectiveFault[]): void {
  ids.forEach((id, index) => {
    if (typeof id === 'string' && ids.indexOf(id) < index) faults.push({ path: [...at, index, 'id'], found: `${id} twice`, expected: 'each id once', hint: '' });
  });
}

function checkUnit(requirement: unknown, path: readonly Segment[], faults: DirectiveFault[]): void {
  const name = valueAt(requirement, ['metric']), unit = valueAt(requirement, ['threshold', 'unit']);
  if (!isMetric(name) || typeof unit !== 'string' || unit === METRICS[name].unit) return;
  faults.push({ path: [...path, 'threshold', 'unit'], found: unit, expected: `${METRICS[name].unit}, the unit of the metric ${name}`, hint: METRICS[name].says });
}

const isMetric = (name: unknown): name is MetricName => typeof name === 'string' && Object.hasOwn(METRICS, name);

/** Only what makes a card is read: a source with other slips has been complained about. */
function sourceOf(value: unknown): SourceDefaults | undefined {
  return isMapping(value) ? (value as SourceDefaults) : undefined;
}

function checkCard(raw: unknown, path: readonly Segment[], defaults: SourceDefaults | undefined, faults: DirectiveFault[]): void {
  const card = CARD.safeParse(raw);
  if (!card.success) return;
  const missing = cardFaults(card.data, defaults);
  if (missing.length > 0) faults.push({ path, found: `a card without ${missing.join(', ')}`, expected: 'a card with source, where, standing, date and, if assumed, a range', hint: 'a number that Cupola assumes says "source": "Cupola" and why' });
}
