import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../tools/build-catalogue.js';
import { compileText } from '../compile/compile.js';
import type { Problem } from '../text/problem.js';
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

  it('name the place of the route that cannot be passed or left, and how near is near enough', () => {
    const by = (via: string) => reach(`  - missile: intercontinental-glide-class\n    from: russia-siberia\n    to: seattle\n    count: 1\n    route:\n      - { lat_deg: 64, lon_deg: 150 }\n      - ${via}`);
    const [sharp] = by('{ lat_deg: 35, lon_deg: 155 }');
    expect(sharp).toMatchObject({ path: 'raid[0].route[1]', line: 9 });
    expect(sharp?.found).toMatch(/waypoint 2 (is passed [\d,]+ km aside, with 25 km near enough|is not reached): the turn after waypoint 1 at \d\.\d km\/s needs a bank of about \d\d°, the glider has 60°/);
  });

  it('tell a way that turns back by its turn, never by a distance below zero', () => {
    const [problem] = reach('  - { missile: intercontinental-glide-class, from: russia-siberia, to: seattle, count: 1, route: [ { lat_deg: 50, lon_deg: 88 } ] }');
    expect(problem?.path).toBe('raid[0].route[0]');
    expect(problem?.found).toMatch(/the target is not reached: the way turns back by 1\d\d° after waypoint 1, and at \d\.\d km\/s with all its bank of 60° the glider/);
    expect(problem?.found).not.toMatch(/-\d/);
  });

  it('tell a missile that cannot lift off', () => {
    const [problem] = reach('  - { missile: hwasong-18, from: tonghae, to: chicago, count: 1, threat: { stages: [ { thrustVacuum_kN: 300 } ] } }');
    expect(problem?.found).toBe('hwasong-18 with 760 kg does not lift off');
  });
});
