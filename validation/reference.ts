/**
 * Reads a case's reference.csv: the numbers as typed from the source, a header with units, `#` lines for remarks.
 * The built code runs from dist/validation, three levels below the repository's root, and reads the file in place.
 */
import { readFileSync } from 'node:fs';

export class ReferenceTable {
  private readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];

  constructor(text: string, private readonly name: string) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const cells = lines.map((line) => line.split(',').map((cell) => cell.trim()));
    this.header = cells[0] ?? [];
    this.rows = cells.slice(1);
    const odd = this.rows.findIndex((row) => row.length !== this.header.length);
    if (odd >= 0) throw new Error(`${name}: row ${odd + 1} has ${this.rows[odd]?.length} cells, the header ${this.header.length}`);
  }

  /** Text in a column of one row. */
  text(row: number, column: string): string {
    const index = this.header.indexOf(column);
    const cell = this.rows[row]?.[index];
    if (index < 0 || cell === undefined) throw new Error(`${this.name}: no column ${column} in row ${row + 1}`);
    return cell;
  }

  /** Number in a column of one row; throws when it is not one. */
  number(row: number, column: string): number {
    const text = this.text(row, column);
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw new Error(`${this.name}: ${column} in row ${row + 1} is '${text}', not a number`);
    return value;
  }

  /** One result per row. */
  map<T>(each: (row: number) => T): T[] {
    return this.rows.map((_, row) => each(row));
  }
}

/** The reference numbers of a case, by the name of its folder; `file` when a case has more than one. */
export function readReference(caseId: string, file = 'reference.csv'): ReferenceTable {
  const path = new URL(`../../validation/${caseId}/${file}`, import.meta.url);
  return new ReferenceTable(readFileSync(path, 'utf8'), `validation/${caseId}/${file}`);
}
