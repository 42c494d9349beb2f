import { describe, expect, it } from 'vitest';
import type { Command } from './command.js';
import { parseWords } from './flags.js';

const COMMAND: Command = {
  name: 'try',
  summary: '',
  usage: [],
  arguments: [{ name: 'file', doc: 'a file' }],
  flags: [
    { name: 'from', value: 'LAT,LON', doc: 'start' },
    { name: 'runs', value: 'N', doc: 'runs' },
    { name: 'set', value: 'PATH=VALUE', isRepeated: true, doc: 'set' },
    { name: 'maxRange', doc: 'switch' },
    { name: 'draws', value: 'N', defaultValue: '64', doc: 'number or nothing' },
  ],
  laterFlags: [{ name: 'exact', doc: 'later' }],
  examples: [],
  run: async () => 0,
};
const problemsOf = (...words: string[]) => parseWords(COMMAND, words).flags.problems;

describe('parseWords', () => {
  it('takes values that start with a minus sign, with or without the equals sign', () => {
    expect(parseWords(COMMAND, ['f', '--from', '-33.9,151.2']).flags.text('from')).toBe('-33.9,151.2');
    expect(parseWords(COMMAND, ['f', '--from=-33.9,151.2']).flags.text('from')).toBe('-33.9,151.2');
    expect(parseWords(COMMAND, ['--from', '-.5,1', 'f']).given).toEqual({ file: 'f' });
  });
  it('keeps repeated flags in order and switches apart from values', () => {
    const { flags, given } = parseWords(COMMAND, ['--set', 'a[0].b=1', '--maxRange', 'f', '--set=c=-2']);
    expect(flags.texts('set')).toEqual(['a[0].b=1', 'c=-2']);
    expect(flags.has('maxRange')).toBe(true);
    expect(given).toEqual({ file: 'f' });
    expect(flags.problems).toEqual([]);
  });
  it('takes a flag that may stand alone with its default, and never an argument for its value', () => {
    for (const words of [['f', '--draws'], ['--draws', 'f'], ['--draws', '--maxRange', 'f']]) {
      const { flags, given } = parseWords(COMMAND, words);
      expect([flags.text('draws'), given, flags.problems]).toEqual(['64', { file: 'f' }, []]);
    }
    for (const words of [['f', '--draws', '16'], ['--draws=16', 'f'], ['--draws', '16', 'f']]) expect(parseWords(COMMAND, words).flags.text('draws')).toBe('16');
    expect(problemsOf('f', '--draws', '1', '--draws')).toHaveLength(1);
  });
  it('refuses unknown flags with the nearest name', () => {
    expect(problemsOf('f', '--rnus', '3')[0]).toMatchObject({ path: '--rnus', hint: 'did you mean --runs?' });
  });
  it('refuses flags of later versions instead of ignoring them', () => {
    expect(problemsOf('f', '--exact')[0]?.hint).toBe('--exact is not supported by this version');
  });
  it('refuses missing, doubled and superfluous words', () => {
    expect(problemsOf('f', '--runs')[0]).toMatchObject({ path: '--runs', found: 'no value' });
    expect(problemsOf('f', '--runs', '--maxRange')[0]).toMatchObject({ path: '--runs', found: 'no value' });
    expect(problemsOf('f', '--runs', '1', '--runs', '2')[0]?.expected).toBe('the flag once');
    expect(problemsOf('f', 'g')[0]).toMatchObject({ found: 'g', expected: 'no further argument' });
    expect(problemsOf('f', '--maxRange=3')[0]?.expected).toBe('no value');
    expect(problemsOf()[0]).toMatchObject({ path: '<file>', found: 'nothing' });
  });
  it('collects every problem', () => {
    expect(problemsOf('f', 'g', '--rnus', '--exact')).toHaveLength(3);
  });
  it('asks for no argument when help is wanted', () => {
    expect(problemsOf('--help')).toEqual([]);
    expect(parseWords(COMMAND, ['-h']).flags.has('help')).toBe(true);
  });
});

describe('numbers', () => {
  const read = (text: string) => {
    const { flags } = parseWords(COMMAND, ['f', `--runs=${text}`]);
    return [flags.integer('runs', { min: 1, max: 1e6 }), flags.problems.length];
  };
  it.each(['0', '-1', '1.5', '1e9', 'many', '0x10', 'Infinity', 'NaN', '1_000', ' '])('%s is not a number of runs', (text) => {
    expect(read(text)).toEqual([undefined, 1]);
  });
  it.each([['1', 1], ['2000', 2000], ['1e4', 10000], ['+5', 5]])('%s is one', (text, value) => {
    expect(read(text)).toEqual([value, 0]);
  });
});
