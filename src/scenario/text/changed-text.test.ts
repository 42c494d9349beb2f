import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { changeText } from './changed-text.js';

const TEXT = `# What it teaches
version: 1
raid:
  - { missile: a, count: 10 }   # targets in turn
tracker: delay
`;

describe('a changed scenario as text', () => {
  it('is the same text without changes', () => expect(changeText(TEXT, [])).toBe(TEXT));
  it('keeps comments and says what was changed', () => {
    const changed = changeText(TEXT, ['raid[0].count=4', 'release.space.delay_s=35']);
    for (const comment of ['# What it teaches', '# targets in turn']) expect(changed).toContain(comment);
    expect(parse(changed)).toEqual({ version: 1, raid: [{ missile: 'a', count: 4 }], tracker: 'delay', release: { space: { delay_s: 35 } } });
  });
  it('means what the changes mean where the text has a short form', () => {
    expect(parse(changeText(TEXT, ['tracker.period_s=5']))).toMatchObject({ tracker: { model: 'delay', period_s: 5 } });
  });
  it('refuses what is no change', () => expect(() => changeText(TEXT, ['nonsense'])).toThrow(/not a change/));
});
