/** Tables as aligned text for terminals and plain reports. Numbers to the right, words to the left, units in the heads. */

export interface TextColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
}

/** Lines of a table, without a trailing line feed; columns are two spaces apart and lines end without spaces. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) => Math.max(displayWidth(column.head), ...rows.map((row) => displayWidth(row[index] ?? ''))));
  const line = (cells: readonly string[]): string =>
    columns.map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column.align)).join('  ').trimEnd();
  const hasHead = columns.some((column) => column.head !== '');
  return [...(hasHead ? [line(columns.map((column) => column.head))] : []), ...rows.map(line)].join('\n');
}

/** Label and value pairs, labels padded to one width. */
export function textPairs(pairs: readonly (readonly [string, string])[], indent = ''): string {
  const width = Math.max(0, ...pairs.map(([label]) => displayWidth(label)));
  return pairs.map(([label, value]) => `${indent}${pad(label, width, 'left')}  ${value}`.trimEnd()).join('\n');
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** Characters, not UTF-16 units, and without terminal colours. */
function displayWidth(text: string): number {
  // eslint-disable-next-line no-control-regex
  return [...text.replace(/\u001b\[[0-9;]*m/g, '')].length;
}

/** Breaks text at spaces into lines of at most `width` characters; lines after the first start with `indent`. */
export function wrapText(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
