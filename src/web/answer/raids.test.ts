import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { inSentence, raidOptions, scenarioOptions, sizeText } from './raids.js';

const attack = (name: string, count: number, warheads_count = 1): unknown => ({ count, threat: { name, model: 'staged-ballistic', bus: { warheads_count } } });
const plan = (...attacks: unknown[]): Plan => ({ attacks }) as unknown as Plan;

describe('attacks to choose from', () => {
  it('are sorted from the smallest to the largest', () => {
    const raid = (title: string, ...counts: number[]): unknown => ({ title, entries: counts.map((value) => ({ count: { value } })) });
    const catalogue = { kinds: { raids: { big: raid('Big', 30, 20), two: raid('Two', 2), one: raid('One', 1) } } } as unknown as Catalogue;
    expect(raidOptions(catalogue).map(({ value }) => value)).toEqual(['one', 'two', 'big']);
  });
  it('call numbered scenarios by their titles', () => {
    const scenarios = [{ name: '01-a.yaml', text: '# A comment\nversion: 1\ntitle: Ten of them\nraid: []' }, { name: '02-b.yaml', text: 'title: "One: alone"' }, { name: '03-c.yaml', text: 'version: 1' }];
    expect(scenarioOptions({ scenarios } as unknown as Catalogue)).toEqual([{ value: '01-a', title: 'Ten of them' }, { value: '02-b', title: 'One: alone' }, { value: '03-c', title: '03-c' }]);
  });
});

describe('the size of a raid', () => {
  it('tells classes and warheads only where there are several', () => {
    expect(sizeText(plan(attack('a', 1)))).toBe('1 missile');
    expect(sizeText(plan(attack('a', 12), attack('a', 8)))).toBe('20 missiles');
    expect(sizeText(plan(attack('a', 180, 3), attack('b', 120, 1)))).toBe('300 missiles, 2 classes, 660 warheads');
  });
  it('stands after a title inside a sentence', () => {
    expect([inSentence('A mixed raid'), inSentence('ICBMs by accident')]).toEqual(['a mixed raid', 'ICBMs by accident']);
  });
});
