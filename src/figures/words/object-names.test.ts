import { describe, expect, it } from 'vitest';
import type { Replay } from '../../engine/record/record.js';
import { missileOf, objectNames } from './object-names.js';

/** In the order in which a raid has them. */
const attacks = ['raid[0]', 'raid[0].again', 'raid[1]', 'raid[0].entries[0]', 'raid[0].entries[1].from[0]', 'raid[0].entries[1].from[1]', 'raid[0].entries[1].from[1].again'];
const replay = (...keys: string[]): Pick<Replay, 'missiles'> => ({ missiles: keys.map((key) => ({ key, isDecoy: key.includes('decoy'), attack: attacks.indexOf(key.replace(/\/.*/, '')) })) as unknown as Replay['missiles'] });
const numbers = (...keys: string[]): string[] => { const all = replay(...keys); return keys.map((key) => objectNames(all.missiles).get(key)?.number ?? ''); };

describe('names of objects', () => {
  it('count missiles through the whole raid, whatever group, place or salvo they belong to', () => {
    expect(numbers('raid[0]/0', 'raid[0]/1')).toEqual(['1', '2']);
    expect(numbers('raid[0].entries[0]/0', 'raid[0].entries[1].from[0]/0', 'raid[0].entries[1].from[1]/0', 'raid[0].entries[1].from[1].again/0')).toEqual(['1', '2', '3', '4']);
  });
  it('do not depend on the order in which the simulator has them', () => {
    expect(numbers('raid[1]/10', 'raid[1]/9', 'raid[0]/0', 'raid[1]/2')).toEqual(['4', '3', '1', '2']);
  });
  it('tell warheads and decoys by their missile', () => {
    expect(numbers('raid[0]/0', 'raid[1]/0.1', 'raid[1]/0.2', 'raid[1]/0.decoy1', 'raid[1]/1.1')).toEqual(['1', '2.1', '2.2', '2 decoy 1', '3']);
    const all = replay('raid[0]/0.1', 'raid[0]/0.2', 'raid[0]/0.decoy12');
    expect(all.missiles.map(({ key }) => objectNames(all.missiles).get(key)?.title)).toEqual(['Warhead 1 of missile 1', 'Warhead 2 of missile 1', 'Decoy 12 of missile 1']);
  });
  it('do not count the one warhead of a missile with decoys', () => {
    const all = replay('raid[0]/0.1', 'raid[0]/0.decoy1');
    expect(objectNames(all.missiles).get('raid[0]/0.1')).toEqual({ number: '1', title: 'Missile 1' });
    expect(missileOf('raid[0].again/2.decoy1')).toBe('raid[0].again/2');
  });
});
