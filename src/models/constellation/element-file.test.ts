import { describe, expect, it } from 'vitest';
import { splitElementFile } from './element-file.js';

const LINE1 = '1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753';
const LINE2 = '2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667';

describe('files of element sets', () => {
  it('give names, with or without the zero, or else numbers', () => {
    const { sets, problems } = splitElementFile(`# a remark\nVANGUARD 1   \r\n${LINE1}\r\n${LINE2}  \n\n0 OTHER\n${LINE1}\n${LINE2}\n${LINE1}\n${LINE2}\n`);
    expect(problems).toEqual([]);
    expect(sets.map(({ name, line }) => [name, line])).toEqual([['VANGUARD 1', 3], ['OTHER', 7], ['00005', 9]]);
    expect(sets[0]).toMatchObject({ line1: LINE1, line2: LINE2 });
  });

  it('tell lines without their partner, names without elements and empty files', () => {
    expect(splitElementFile(`${LINE1}\nNAME\n${LINE2}\n${LINE1}\n${LINE2}`).problems.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(splitElementFile('\n\n').problems).toHaveLength(1);
    expect(splitElementFile('a page that says not found').problems[0]?.found).toContain('a page');
  });

  it('take messages, one or a list, with the line of each', () => {
    const one = '{\n "OBJECT_NAME": "A } {",\n "NORAD_CAT_ID": 5 }';
    expect(splitElementFile(one).sets).toEqual([{ name: 'A } {', line: 1, omm: { OBJECT_NAME: 'A } {', NORAD_CAT_ID: 5 } }]);
    const { sets, problems } = splitElementFile(`[\n${one},\n${one.replace('A } {', 'B')},\n{"a": [1]}\n]`);
    expect(sets.map(({ name, line }) => [name, line])).toEqual([['A } {', 2], ['B', 5]]);
    expect(problems.map(({ line }) => line)).toEqual([8]);
    expect(splitElementFile('[').problems).toHaveLength(1);
    expect(splitElementFile('[]').problems).toHaveLength(1);
  });
});
