/**
 * Every number in `data/` stands on a full card: source, where, standing and date; published ones say who saw the primary,
 * assumed ones how far they may be off. A number outside a card is a fault.
 *
 *   node dist/tools/check-sources.js      one line per fault; exit 1 if there is one
 */
import { fileURLToPath } from 'node:url';
import { cardFaults, completeCard, RANGE_CARD, SAID_CARD, SOURCE_DEFAULTS } from '../src/scenario/cards/card.js';
import type { SourceDefaults } from '../src/scenario/cards/card.js';
import { readDataFiles } from './catalogue/data-files.js';
import { isMain } from './source-files.js';

export interface SourceReport {
  readonly faults: string[];
  readonly counts: { published: number; derived: number; assumed: number };
}

/** Looks at every number of one parsed data file. */
export function checkSources(file: string, content: unknown): SourceReport {
  const report: SourceReport = { faults: [], counts: { published: 0, derived: 0, assumed: 0 } };
  const source = isRecord(content) ? SOURCE_DEFAULTS.safeParse(content['source']) : undefined;
  visit(content, '', source?.success === true ? source.data : undefined, file, report);
  return report;
}

function visit(value: unknown, path: string, defaults: SourceDefaults | undefined, file: string, report: SourceReport): void {
  if (typeof value === 'number') report.faults.push(`${file}: ${path}: a number without a card; write { "value": ${value}, … }`);
  else if (Array.isArray(value)) value.forEach((item: unknown, index) => visit(item, `${path}[${index}]`, defaults, file, report));
  else if (isRecord(value)) {
    if (Object.hasOwn(value, 'value') || (Object.hasOwn(value, 'low') && Object.hasOwn(value, 'high'))) checkCard(value, path, defaults, file, report);
    else for (const [key, item] of Object.entries(value)) visit(item, path === '' ? key : `${path}.${key}`, defaults, file, report);
  }
}

function checkCard(value: unknown, path: string, defaults: SourceDefaults | undefined, file: string, report: SourceReport): void {
  const card = (isRecord(value) && Object.hasOwn(value, 'value') ? SAID_CARD : RANGE_CARD).safeParse(value);
  if (!card.success) {
    for (const issue of card.error.issues) report.faults.push(`${file}: ${[path, ...issue.path.map(String)].join('.')}: ${issue.message}`);
    return;
  }
  // A range has no value; its lower end stands in for it here, so that low ≤ high is looked at too.
  const raw = 'value' in card.data ? card.data : { ...card.data, value: card.data.low };
  const missing = cardFaults(raw, defaults);
  if (missing.length > 0) report.faults.push(`${file}: ${path}: the card lacks ${missing.join(', ')}`);
  report.counts[completeCard(raw, defaults).standing] += 1;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function main(): void {
  const { files, faults } = readDataFiles(fileURLToPath(new URL('../..', import.meta.url)));
  const reports = files.map(({ file, content }) => checkSources(file, content));
  faults.push(...reports.flatMap((report) => report.faults));
  for (const fault of faults) console.log(fault);
  const sum = (standing: keyof SourceReport['counts']): number => reports.reduce((total, { counts }) => total + counts[standing], 0);
  const [published, derived, assumed] = [sum('published'), sum('derived'), sum('assumed')];
  console.log(`${published + derived + assumed} numbers in ${files.length} files: ${published} published, ${derived} derived, ${assumed} assumed; ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (isMain(import.meta.url)) main();
