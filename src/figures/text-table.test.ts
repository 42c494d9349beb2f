import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPairs, textTable, wrapText } from './text-table.js';

describe('textTable', () => {
  it('aligns words left and numbers right, whatever their length, without trailing spaces', () => {
    const text = textTable([{ head: 'name', align: 'left' }, { head: 'speed (km/s)', align: 'right' }], [['fast', '7.21'], ['much slower', '0.5'], ['', '']]);
    expect(text.split('\n')).toEqual(['name         speed (km/s)', 'fast                 7.21', 'much slower           0.5', '']);
  });
  it('counts characters, not bytes or colours', () => {
    expect(textTable([{ head: '', align: 'right' }], [['\u001b[1mé°\u001b[22m'], ['abc']])).toBe(' \u001b[1mé°\u001b[22m\nabc');
    expect(textPairs([['a', '1'], ['long', '2']])).toBe('a     1\nlong  2');
  });
});

describe('wrapText', () => {
  it('keeps every word, and no line is too long unless one word is', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.integer({ min: 16, max: 60 }), (words, width) => {
        const lines = wrapText(words.join(' '), width, '  ').split('\n');
        expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(words);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
