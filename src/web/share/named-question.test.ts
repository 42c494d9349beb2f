import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../scenario/catalogue.js';
import { changeText } from '../../scenario/text/changed-text.js';
import { keptScenario, titleOfQuestion } from './named-question.js';

const catalogue = { kinds: { raids: { 'rogue-20': { title: 'Twenty ICBMs' } } } } as unknown as Catalogue;
const scenario = { name: '01-ten.yaml', text: '# Ten of them\nversion: 1\ntitle: Ten ICBMs\nraid:\n  - { missile: a, count: 10 }   # ten\n' };
const asked = (...overrides: string[]): Parameters<typeof titleOfQuestion>[0] => ({ scenario, compiled: { title: 'Ten ICBMs' }, overrides });

describe('a question to keep', () => {
  it('is called by its title and its changes', () => {
    expect(titleOfQuestion(asked(), catalogue)).toBe('Ten ICBMs');
    expect(titleOfQuestion(asked('interceptors[0].count=390'), catalogue)).toBe('Ten ICBMs, with interceptors[0].count=390');
    expect(titleOfQuestion(asked('raid=[{ preset: rogue-20 }]', 'interceptors[0].count=390'), catalogue)).toBe('Twenty ICBMs (data/raids/rogue-20.json) against the shield of scenarios/01-ten.yaml, with interceptors[0].count=390');
  });
  it('is written without the words of the raid it no longer has', () => {
    const { text, overrides } = keptScenario(asked('raid=[{ preset: rogue-20 }]'), catalogue);
    const written = changeText(text, overrides);
    expect(written).not.toMatch(/# Ten of them|title: Ten/);
    expect(written).toContain('preset: rogue-20');
    expect(written).toContain('Twenty ICBMs');
    expect(keptScenario(asked(), catalogue)).toEqual({ text: scenario.text, overrides: [] });
  });
});
