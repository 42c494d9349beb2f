import { describe, expect, it } from 'vitest';
import { catalogue } from '../../test/load.js';
import { THREAT_CLASSES, TIERS } from './cards/threat-set-file.js';
import { raidOfSize, readThreatSet, threatSetFaults } from './threat-set.js';
import type { ThreatSet } from './threat-set.js';

const set = (name: string): ThreatSet => {
  const read = readThreatSet(catalogue(), name);
  if (read === undefined) throw new Error(name);
  return read;
};
const cellOf = (name: string, tier: string, kind: string): ThreatSet['cells'][number] => set(name).cells.find((cell) => cell.tier === tier && cell.class === kind) as ThreatSet['cells'][number];

describe('threat sets', () => {
  it('hold every tier and class once, with the counts of the tables of forces', () => {
    const { russia, iran, 'north-korea': korea } = catalogue().kinds.forces;
    for (const year of ['2025', '2035'] as const) {
      expect(set(year).cells.map((cell) => `${cell.tier} ${cell.class}`)).toEqual(TIERS.flatMap((tier) => THREAT_CLASSES.map((kind) => `${tier} ${kind}`)));
      const first = (cards: readonly { value: number }[] | undefined): number => cards?.[0]?.value ?? NaN;
      expect(cellOf(year, 'peer', 'icbm-slbm').exist_count).toBe(first(russia?.icbm?.[`in${year}`]) + first(russia?.slbm?.[`in${year}`]));
      expect(cellOf(year, 'rogue', 'icbm-slbm').exist_count).toBe(first(korea?.icbm?.[`in${year}`]) + first(iran?.icbm?.[`in${year}`]));
    }
    // The sources of one table disagree: ten or fewer, and twenty.
    expect(cellOf('2025', 'rogue', 'icbm-slbm')).toMatchObject({ exist_count: 10, existLow_count: 0, existHigh_count: 20 });
  });

  it('leave absent what a year does not have, and say why', () => {
    expect(cellOf('2025', 'near-peer', 'fobs')).toMatchObject({ absent: 'the tables count none in 2025', entries: [], flown_count: 0 });
    expect(cellOf('2035', 'near-peer', 'fobs')).toMatchObject({ absent: '', exist_count: 60, flown_count: 6 });
    expect(cellOf('2035', 'peer', 'uas-other').absent).toMatch(/no public count/);
    expect(cellOf('2025', 'rogue', 'icbm-slbm').entries.map(({ force }) => force)).not.toContain('iran');
  });

  it('make raids of any size, the flights of a smaller one among those of a larger one', () => {
    const cell = cellOf('2035', 'peer', 'icbm-slbm');
    for (const size of [1, 3, 10, 59, 592]) {
      const raid = raidOfSize(cell, size);
      expect(raid.reduce((sum, { count }) => sum + count, 0)).toBe(size);
      const larger = raidOfSize(cell, size + 40);
      for (const { missile, from, to } of raid) expect(larger).toContainEqual(expect.objectContaining({ missile, from, to }));
    }
  });

  it('are refused where names or shares do not add up', () => {
    const good = catalogue(), file = structuredClone(good.kinds['threat-sets']['2025']);
    if (file?.model !== 'threat-set') throw new Error('2025');
    const [cell] = file.cells;
    if (cell === undefined || 'absent' in cell) throw new Error('first cell');
    Object.assign(cell.entries[0] as object, { share: { value: 0.7 }, missile: 'no-such-class', from: 'nowhere' });
    file.cells[1] = { ...cell };
    const broken = { ...good, kinds: { ...good.kinds, 'threat-sets': { bad: file, like: { title: '', model: 'threat-set-like' as const, year: '2035' as const, cellsOf: 'gone' } } } };
    const faults = threatSetFaults('bad', broken).join('\n');
    for (const part of [/shares of russia icbm add up to 1\.\d+, not to 1/, /'no-such-class' is not in data\/threats/, /'nowhere' is not in data\/sites/, /peer icbm-slbm is not told once/, /peer hgv is not told once/]) expect(faults).toMatch(part);
    expect(threatSetFaults('like', broken)).toEqual(["cellsOf: 'gone' is not a set with cells of its own"]);
    expect(threatSetFaults('2025', good)).toEqual([]);
  });
});
