import { describe, expect, it } from 'vitest';
import { differences } from './write-validation-report.js';

describe('the check of the validation report', () => {
  it('tells lines that are gone and lines that are new', () => {
    expect(differences('a\nb 1\nc\n', 'a\nb 2\nc\n')).toEqual(['- b 1', '+ b 2']);
    expect(differences('', 'a\n')).toEqual(['- ', '+ a']);
    expect(differences('a\nb\n', 'b\na\n')).toEqual(['the same lines in another order']);
  });

  it('finds nothing where only the ends of lines differ', () => {
    expect(differences('a\r\nb\r\n', 'a\nb')).toEqual([]);
  });
});
