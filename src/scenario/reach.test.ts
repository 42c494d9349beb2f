import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../tools/build-catalogue.js';
import { compileText } from './compile.js';
import type { Problem } from './problem.js';
import { checkReach } from './reach.js';

const catalogue = buildCatalogue();

function reach(raid: string, overrides: string[] = []): Problem[] {
  const result = compileText(`version: 1\nraid:\n${raid}\ninterceptors: []\n`, 'reach.yaml', catalogue, overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return checkReach(result.compiled.plan, 'reach.yaml', result.compiled.targetPlaces);
}

describe('targets within reach', () => {
  it('are those of every scenario that comes with Cupola', () => {
    for (const { name, text } of catalogue.scenarios) {
      const result = compileText(text, name, catalogue);
      expect(result.ok && checkReach(result.compiled.plan, name), name).toEqual([]);
    }
  });

  it('say how far it is and how far the missile flies, on the line that names the target', () => {
    const problems = reach('  - missile: solid-icbm-3-stage\n    from: tonghae\n    to:\n      - seattle\n      - { lat_deg: -50, lon_deg: -60 }\n    count: 2');
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem).toMatchObject({ file: 'reach.yaml', path: 'raid[0].to[1]', line: 7, severity: 'error' });
    const [, range_km, most_km] = /^range ([\d,]+) km exceeds this missile's ([\d,]+) km with 800 kg$/.exec(problem?.found ?? '') ?? [];
    const number = (text = '') => Number(text.replace(',', ''));
    // Tonghae to the Falklands is about 18,000 km, far beyond the 13,000 km of this class.
    expect(number(range_km)).toBeGreaterThan(17_500);
    expect(number(most_km)).toBeGreaterThan(10_000);
    expect(number(most_km)).toBeLessThan(15_000);
  });

  it('shrink with payload', () => {
    const raid = '  - { missile: solid-icbm-3-stage, from: tonghae, to: miami, count: 1 }';
    expect(reach(raid)).toEqual([]);
    const [problem] = reach(raid, ['raid[0].threat.payload_kg=2500']);
    expect(problem?.found).toMatch(/^range 12,\d{3} km exceeds this missile's [\d,]+ km with 2,500 kg$/);
  });

  it('tell a missile that cannot lift off', () => {
    const [problem] = reach('  - { missile: hwasong-18, from: tonghae, to: chicago, count: 1, threat: { stages: [ { thrustVacuum_kN: 300 } ] } }');
    expect(problem?.found).toBe('hwasong-18 with 760 kg does not lift off');
  });
});
