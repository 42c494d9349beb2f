/** Words for the `found` and `expected` of a problem. */

/** A value as a reader of the file would recognise it, at most 60 characters. */
export function describeFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return value.toString();
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** Names in a row, as in `one of a, b, c`; long lists are cut. */
export function describeChoice(names: readonly string[], most = 30): string {
  if (names.length === 1) return String(names[0]);
  const shown = names.slice(0, most).join(', ');
  return `one of ${shown}${names.length > most ? `, … (${names.length} in all)` : ''}`;
}
