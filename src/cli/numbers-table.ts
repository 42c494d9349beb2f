/** Numbers with their cards as a table: value and range in the card's own unit, and where they come from. */
import { significantText } from '../figures/numbers.js';
import { textTable } from '../figures/text-table.js';
import type { UsedNumber } from '../scenario/compiled.js';

type Row = Pick<UsedNumber, 'path' | 'value' | 'low' | 'high' | 'source' | 'where' | 'standing'>;

export function numbersTable(numbers: readonly Row[]): string {
  return textTable(
    [
      { head: 'number', align: 'left' },
      { head: 'value', align: 'right' },
      { head: 'unit', align: 'left' },
      { head: 'range', align: 'left' },
      { head: 'standing', align: 'left' },
      { head: 'source', align: 'left' },
    ],
    numbers.map((number) => [
      number.path,
      significantText(number.value, 6),
      unitOfPath(number.path),
      number.low === null || number.high === null ? '' : `${significantText(number.low, 6)} to ${significantText(number.high, 6)}`,
      number.standing,
      [number.source, number.where].filter((part) => part !== '').join(', '),
    ]),
  );
}

const WORDS: Readonly<Record<string, string>> = {
  kmps: 'km/s', mps: 'm/s', mps2: 'm/s²', kgpm2: 'kg/m²', kgpm3: 'kg/m³', m2: 'm²', km2: 'km²', deg: '°', prob: '', count: '', usd: 'USD',
};

/** Unit suffix of the last key of a path, in the usual sign. */
export function unitOfPath(path: string): string {
  const suffix = /_([A-Za-z0-9]+)(\[\d+\])*$/.exec(path)?.[1] ?? '';
  return WORDS[suffix] ?? suffix;
}
