import { describe, expect, it } from 'vitest';
import { Output } from './output.js';
import { Progress, progressLine } from './progress.js';

describe('progress', () => {
  it('shows share, counts and time left', () => {
    expect(progressLine({ what: 'attacks', done: 500, total: 2000, left_s: 5.2 })).toBe('[######------------------]  25 %  500 of 2,000 attacks  6 s left');
    expect(progressLine({ what: 'attacks', done: 200, total: 2000, left_s: 540 })).toContain('9 min 0 s left');
    expect(progressLine({ what: 'attacks', done: 0, total: 2000, left_s: undefined })).toContain('0 of 2,000 attacks  working out the flights');
  });
  it('is silent where standard error is not a terminal, and leaves no trace where it is', () => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    new Progress(new Output(stream, stream, false), 'attacks').update(1, 2);
    expect(written).toEqual([]);
    const shown = new Progress(new Output(stream, { ...stream, isTTY: true, columns: 40 }, false), 'attacks');
    shown.update(1, 2);
    shown.clear();
    expect(written.every((text) => text.length < 50)).toBe(true);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});
