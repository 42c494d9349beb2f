/** Comparing what was packed with what is now: cards by path, numbers by leaf. */
import { describe, expect, it } from 'vitest';
import { catalogue as loadCatalogue, compileScenario } from '../../../test/load.js';
import { cardChanges } from './card-changes.js';
import { numberChanges } from './number-changes.js';
import { withCard } from './one-card.js';

const catalogue = loadCatalogue();
const { numbers } = compileScenario('02-one-icbm-ground-only.yaml');

describe('card changes', () => {
  it('finds none between a list and itself', () => expect(cardChanges(numbers, numbers)).toEqual([]));

  it('tells value, range, source, what was added and what is gone', () => {
    const [first, second, third, ...rest] = numbers;
    const changes = cardChanges(numbers, [{ ...first!, value: first!.value + 1 }, { ...second!, low: -1e9, high: 1e9 }, { ...third!, source: 'another' }, { ...rest[0]!, path: 'new.path', card: 'new/card#x' }, ...rest]);
    expect(changes.map(({ card, parts }) => [card, parts])).toEqual([[first!.card, ['value']], [second!.card, ['range']], [third!.card, ['source']], ['new/card#x', ['added']]]);
    expect(cardChanges(numbers, numbers.slice(1))).toMatchObject([{ parts: ['gone'], now: null }]);
  });

  it('counts a card that is used at several places once', () => {
    const card = numbers.find(({ alsoAt }) => alsoAt !== undefined)!;
    const changes = cardChanges(numbers, numbers.map((number) => (number === card ? { ...card, value: 7e9 } : number)));
    expect(changes).toHaveLength(1);
    expect(changes[0]!.paths).toEqual([card.path, ...card.alsoAt!]);
  });
});

describe('number changes', () => {
  it('names leaves by layer, whatever the order, and leaves out who made the answer', () => {
    const a = { runId: 'A', leakage: { mean: 0.5 }, layers: [{ name: 'x', shots: 1 }, { name: 'y', shots: 2 }] };
    const b = { runId: 'B', leakage: { mean: 0.25 }, layers: [{ name: 'y', shots: 2 }, { name: 'x', shots: 3 }], fresh: 1 };
    expect(numberChanges(a, b)).toEqual([
      { path: 'leakage.mean', packed: 0.5, now: 0.25 }, { path: 'layers[x].shots', packed: 1, now: 3 }, { path: 'fresh', packed: null, now: 1 },
    ]);
  });
});

describe('one card', () => {
  const state = { value: 0.5, low: 0.1, high: 0.9, source: '', where: '', standing: 'assumed', seen: '', asOf: '', url: '' } as const;
  it('changes that card in a copy and nothing else', () => {
    const before = JSON.stringify(catalogue.kinds), changed = withCard(catalogue, 'defaults/layer-ground#singleShotKill', state)!;
    expect(JSON.stringify(catalogue.kinds)).toBe(before);
    expect(changed.kinds.defaults['layer-ground']).toMatchObject({ singleShotKill: { value: 0.5, low: 0.1, high: 0.9 } });
    expect(changed.kinds.sites).toBe(catalogue.kinds.sites);
  });
  it('knows what is no card', () => {
    for (const card of ['interceptors[0].count', 'nothing/gbi#payload_kg', 'interceptors/none#x', 'interceptors/gbi#title', 'interceptors/gbi#a..b']) expect(withCard(catalogue, card, state)).toBeUndefined();
  });
});
