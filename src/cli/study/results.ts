/** `cupola results`: what a study left in its folder, as a table, through SQL, or as comma-separated values; every row can be replayed. */
import { join } from 'node:path';
import { citationLine } from '../../figures/sentences/citation.js';
import { countText } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import type { Problem } from '../../scenario/text/problem.js';
import { readManifest, versionProblems } from '../../store/manifest.js';
import type { Manifest } from '../../store/manifest.js';
import { BadQuery, DuckDbMissing, queryResults } from '../../store/query.js';
import type { QueryAnswer } from '../../store/query.js';
import { eachShard, readResults } from '../../store/read-results.js';
import { findSaturation } from '../../studies/sweep/saturate.js';
import type { PointSummary } from '../../studies/sweep/sweep.js';
import { packageVersion } from '../../server/package-files.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem, KnownFault } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { pointDocument, pointsText, replayCommand, saturationText } from './study-answer.js';

export const resultsCommand: Command = {
  name: 'results',
  summary: 'list, query and export what a study left in its folder',
  usage: ['results <folder> [--sql QUERY] [--csv FILE]'],
  arguments: [{ name: 'folder', doc: 'a folder that cupola study --out wrote' }],
  flags: [
    { name: 'sql', value: 'QUERY', doc: 'SQL over the tables runs (a row a simulated attack, with the command that replays it) and points; needs @duckdb/node-api' },
    { name: 'csv', value: 'FILE', doc: 'write comma-separated values: the answer of --sql, or without it every simulated attack' },
    { name: 'other-version', doc: 'show results of another version of Cupola all the same; their replays need that version' },
  ],
  examples: [
    ['cupola results results/delay', 'the points of a study'],
    ["cupola results results/delay --sql 'SELECT point, max(leaked), arg_max(replay, leaked) FROM runs GROUP BY point'", 'the worst attack of each point, and how to see it'],
    ['cupola results results/delay --csv runs.csv', 'every simulated attack for another program'],
  ],
  run: results,
};

async function results({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const folder = given['folder'] ?? '', sql = flags.text('sql'), csv = flags.text('csv');
  const catalogue = loadCatalogue();
  const errors: Problem[] = [...flags.problems];
  const target = csv === undefined ? undefined : checkWritableFile('csv', csv);
  if (target !== undefined) errors.push(target);
  const manifest = readManifest(folder);
  if ('severity' in manifest) throw new BadInput([...errors, manifest]);
  const old = versionProblems(manifest, folder, { ...catalogue, version: packageVersion() }, '--other-version shows them all the same; their replays need that version');
  if (!flags.has('other-version')) errors.push(...old);
  if (errors.length > 0) throw new BadInput(errors);
  const { points, missing, problems } = await readResults(folder, manifest);
  if (problems.length > 0) throw new BadInput(problems);

  const warnings = flags.has('other-version') ? old.map((problem) => ({ ...problem, severity: 'warning' as const })) : [];
  noteWarnings(output, warnings);
  const replayOf = (point: PointSummary): string => replayCommand(join(folder, manifest.scenario), point, manifest.seed) ?? '';
  const provenance = { ...provenanceOf(catalogue, commandLine, { seed: manifest.seed }), version: manifest.version, engineVersion: manifest.engineVersion, dataHash: manifest.dataHash };
  const answer = sql === undefined ? undefined : await ask({ folder, manifest, points, replayOf }, sql);
  if (csv !== undefined) {
    writeAtomically(csv, answer === undefined ? await runsCsv(folder, manifest, points, replayOf) : csvText([answer.columns, ...answer.rows]));
    output.note(`Wrote ${csv}`);
  }
  const listed = points.map((point) => pointDocument(point, replayOf(point)));
  const saturation = manifest.kind === 'saturate' && points.length > 0 ? findSaturation(manifest.vary[0] ?? '', points) : undefined;
  if (output.isJson) {
    const { title, kind, runs, seed, width, studyHash } = manifest;
    output.json({ title, kind, studyHash, runs, seed, width, points: listed, missing, ...(saturation === undefined ? {} : { saturation }), ...(answer === undefined ? {} : { columns: answer.columns, rows: answer.rows }), warnings, provenance });
    return 0;
  }
  if (answer !== undefined) output.print(answerText(answer));
  else {
    output.print([output.styled('dim', manifest.title), ...(saturation === undefined ? [] : [saturationText(saturation)]), pointsText(manifest.vary, points), ...points.map((point, i) => `${i === 0 ? 'A typical attack of each point:\n' : ''}${replayOf(point)} --run ${point.typicalRun}`)].join('\n\n').replaceAll(/\n\n(?=cupola replay)/g, '\n'));
    if (missing > 0) output.print(`\n${countText(missing)} of ${countText(manifest.points.length)} points are not computed yet; cupola study … --out ${folder} --resume goes on.`);
  }
  output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  return 0;
}

async function ask(input: Parameters<typeof queryResults>[0], sql: string): Promise<QueryAnswer> {
  try {
    return await queryResults(input, sql);
  } catch (error) {
    if (error instanceof DuckDbMissing) throw new KnownFault(`--sql needs DuckDB: ${error.message}`);
    if (error instanceof BadQuery) throw new BadInput([flagProblem('--sql', sql, 'a query that DuckDB can answer over runs and points', error.message)]);
    throw error;
  }
}

function answerText({ columns, rows }: QueryAnswer): string {
  const cells = rows.map((row) => row.map((value) => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))));
  return textTable(columns.map((head, i) => ({ head, align: cells.every((row) => /^-?[\d.e+-]*$/.test(row[i] ?? '')) ? ('right' as const) : ('left' as const) })), cells);
}

/** One row a run: the point's values, what happened, and the command that opens it. */
async function runsCsv(folder: string, manifest: Manifest, points: readonly PointSummary[], replayOf: (point: PointSummary) => string): Promise<string> {
  const lines: string[] = [];
  let head: readonly string[] | undefined;
  for (const [index, point] of manifest.points.entries()) {
    const summary = points.find(({ overrides }) => overrides.join() === point.overrides.join());
    if (summary === undefined) continue;
    const replay = replayOf(summary);
    await eachShard(folder, manifest, point, [], ({ table }, shard) => {
      const columns = Object.entries(table).flatMap(([name, values]) => ((values instanceof Int32Array || values instanceof Float64Array) && !name.startsWith('digest') ? [{ name, values }] : []));
      if (head === undefined) lines.push(csvLine((head = ['point', ...manifest.vary, 'seed', 'run', ...columns.map(({ name }) => name), 'replay'])));
      for (let row = 0; row < table.count; row++) {
        const run = shard.from + row;
        lines.push(csvLine([index, ...manifest.vary.map((path) => point.values[path]), manifest.seed, run, ...columns.map(({ values }) => finiteText(values[row] ?? 0)), `${replay} --run ${run}`]));
      }
    });
  }
  return `${lines.join('\n')}\n`;
}

/** What never happened in a run is an empty cell. */
const finiteText = (value: number): string => (Number.isFinite(value) ? String(value) : '');

const csvText = (rows: readonly (readonly unknown[])[]): string => `${rows.map(csvLine).join('\n')}\n`;

function csvLine(cells: readonly unknown[]): string {
  return cells.map((cell) => {
    const text = cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(',');
}
