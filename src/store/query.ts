/**
 * SQL over a results folder, where DuckDB is installed. Two tables: `runs`, one row a run with its point and the command
 * that replays it, read straight from the Parquet shards; and `points`, one row a combination of varied values.
 */
import { isAbsolute, resolve } from 'node:path';
import type { PointSummary } from '../studies/sweep/sweep.js';
import type { Manifest } from './manifest.js';
import { shardPath, shardsOf } from './read-results.js';

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The part of @duckdb/node-api that is used; the package is optional, so its types cannot be relied on. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ columnNames(): string[]; getRowsJson(): unknown[][] }>;
  closeSync?(): void;
}

/** DuckDB is not installed. */
export class DuckDbMissing extends Error {
  constructor() {
    super('install @duckdb/node-api: npm install --no-save @duckdb/node-api@1.5.6-r.1');
    this.name = 'DuckDbMissing';
  }
}

/** The query itself is wrong; the message is the database's. */
export class BadQuery extends Error {}

export interface QueryInput {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly points: readonly PointSummary[];
  /** Command that replays runs of a point, without `--run`. */
  readonly replayOf: (point: PointSummary) => string;
}

export async function queryResults(input: QueryInput, sql: string): Promise<QueryAnswer> {
  const { DuckDBInstance } = await loadDuckDb();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    for (const view of views(input)) await connection.run(view);
    try {
      const reader = await connection.runAndReadAll(sql);
      return { columns: reader.columnNames(), rows: reader.getRowsJson() };
    } catch (error) {
      throw new BadQuery(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), { cause: error });
    }
  } finally {
    connection.closeSync?.();
  }
}

async function loadDuckDb(): Promise<DuckDb> {
  const name = '@duckdb/node-api';
  try {
    return (await import(name)) as DuckDb;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') throw new DuckDbMissing();
    throw error;
  }
}

function views({ folder, manifest, points, replayOf }: QueryInput): string[] {
  const varied = (values: PointSummary['values']): string => Object.entries(values).map(([path, value]) => `, ${literal(value)} AS ${quoteName(path)}`).join('');
  const rows = points.map((point, index) => {
    const { leakage, noLeaker, gotThrough } = point;
    return `SELECT ${index} AS point${varied(point.values)}, ${point.launched} AS launched, ${point.runs} AS runs, ${leakage.mean}::DOUBLE AS leakage, ${leakage.low}::DOUBLE AS leakage_low, ${leakage.high}::DOUBLE AS leakage_high, ` +
      `${noLeaker.mean}::DOUBLE AS noLeaker, ${gotThrough.mean}::DOUBLE AS gotThrough, ${literal(point.planHash)} AS planHash, ${literal(point.recordHash)} AS recordHash`;
  });
  const runs = points.flatMap((point, index) => {
    const files = shardsOf(manifest, { ...point, launched: 0, layers: [] }).map((shard) => shardPath(folder, shard)).map((file) => literal(isAbsolute(file) ? file : resolve(file)));
    return files.length === 0 ? [] : [`SELECT ${index} AS point${varied(point.values)}, * EXCLUDE (digest0, digest1, digest2, digest3, digest4, digest5, digest6, digest7), ${literal(`${replayOf(point)} --run `)} || run AS replay FROM read_parquet([${files.join(', ')}]) WHERE run < ${point.runs}`];
  });
  return [
    ...(rows.length > 0 ? [`CREATE VIEW points AS ${rows.join(' UNION ALL BY NAME ')}`] : []),
    ...(runs.length > 0 ? [`CREATE VIEW runs AS ${runs.join(' UNION ALL BY NAME ')}`] : []),
  ];
}

const literal = (value: number | string | boolean): string => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value));
const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
