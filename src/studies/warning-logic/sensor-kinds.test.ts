import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { chart } from '../../engine/geometry.js';
import { replayRun } from '../../engine/record/replay.js';
import { sensorKindOf } from './sensor-kinds.js';

describe('kind of a sensor by its name in the log', () => {
  it('is known of every sensor that reports, satellites of constellations included', () => {
    const { plan } = compileScenario(undefined, ['sensors={year: 2035}']);
    const names = [...new Set(replayRun(chart(plan), 1, 0).events.flatMap(({ kind, by }) => (kind === 'report' ? [by] : [])))];
    const satellites = names.filter((name) => / \d+-\d+$/.test(name));
    expect(satellites.length).toBeGreaterThan(0);
    for (const name of satellites) expect(sensorKindOf(name, plan.sensors), name).toBe('infrared');
    expect(names.map((name) => sensorKindOf(name, plan.sensors))).toContain('radar');
    expect(() => sensorKindOf('nobody', plan.sensors)).toThrow(/no sensor of the plan/);
  }, 60_000);
});
