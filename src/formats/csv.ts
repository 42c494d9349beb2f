/** Comma-separated values after RFC 4180, with a line feed at the end of each line; heads carry the unit suffixes. */
import type { Replay } from '../engine/record/record.js';

type Cell = string | number | null;

export function csvText(heads: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [heads.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\n')}\n`;
}

/** One line per instant of a replayed run, in order of time. */
export function eventsCsv(replay: Pick<Replay, 'events'>): string {
  return csvText(
    ['t_s', 'kind', 'target', 'by', 'layer', 'result', 'text'],
    replay.events.map((event) => [event.t_s, event.kind, event.target, event.by, event.layer, event.result, event.text]),
  );
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
