/** Numbers with their cards as a table: value and range in the card's own unit; sources are numbered and follow below. */
import { significantText } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';

type Row = Pick<UsedNumber, 'path' | 'value' | 'low' | 'high' | 'source' | 'where' | 'standing' | 'seen'>;

const PAGE_CHARACTERS = 100;

export function numbersTable(numbers: readonly Row[]): string {
  const sources: string[] = [];
  const mark = (number: Row): string => {
    // Said only where it counts: assumed numbers have no primary source to be checked at.
    const unchecked = number.standing === 'published' && number.seen === 'secondary' ? ' (not checked at the primary source)' : '';
    const text = [number.source, number.where].filter((part) => part !== '').join(', ') + unchecked;
    if (text === '') return '';
    if (!sources.includes(text)) sources.push(text);
    return `[${sources.indexOf(text) + 1}]`;
  };
  const table = textTable(
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
      mark(number),
    ]),
  );
  return [table, '', ...sources.map((text, index) => wrapText(`[${index + 1}] ${text}`, PAGE_CHARACTERS, '    '))].join('\n').trimEnd();
}

const WORDS: Readonly<Record<string, string>> = {
  kmps: 'km/s', mps: 'm/s', mps2: 'm/s²', kgpm2: 'kg/m²', kgpm3: 'kg/m³', m2: 'm²', km2: 'km²', deg: '°', prob: '', count: '', usd: 'USD',
};

/** Unit suffix of the last key of a path, in the usual sign. */
export function unitOfPath(path: string): string {
  const suffix = /_([A-Za-z0-9]+)(\[\d+\])*$/.exec(path)?.[1] ?? '';
  return WORDS[suffix] ?? suffix;
}
