import { describe, expect, it } from 'vitest';
import { readEditsOf, withEdit, writeEdits } from './settings.js';

describe('thresholds in the address', () => {
  it('come back as they were, and what is not understood is left out', () => {
    const edits = [{ id: 'S2b', setting: '', value: 0.8 }, { id: '3a-i', setting: 'perCell', value: 0.5 }, { id: '3c', setting: '', value: 2e11 }] as const;
    expect(readEditsOf(writeEdits(edits))).toEqual(edits);
    expect(readEditsOf('S9~1*S2b~x*S2b~-1**3b~1')).toEqual([{ id: '3b', setting: '', value: 1 }]);
  });

  it('stand once for each row, and go when they are taken back', () => {
    const one = withEdit([], { id: 'S2b', setting: '' }, 0.8);
    expect(withEdit(one, { id: 'S2b', setting: '' }, 0.7)).toEqual([{ id: 'S2b', setting: '', value: 0.7 }]);
    expect(withEdit(one, { id: 'S2b', setting: '' }, undefined)).toEqual([]);
  });
});
