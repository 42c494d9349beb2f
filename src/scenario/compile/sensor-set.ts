/** Which systems a scenario's sensors are: those of its list, or those of the catalogue that are in service in its year. */
import { listKind, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { SensorNumbers, Sensors } from '../schema/sensor-entry.js';
import type { SensorFile } from '../cards/sensor-file.js';

export interface SensorUse {
  readonly name: string;
  readonly file: SensorFile;
  readonly stated: SensorNumbers | undefined;
  /** Where its numbers are stated, and the key of its luck: by name in the set of a year, so that sets of two years share the luck of what both have. */
  readonly path: string;
  readonly key: string;
}

export function isInService(file: SensorFile, year: number): boolean {
  const { from, to } = file.inService;
  return from.value <= year && (to === undefined || year <= to.value);
}

/** In the order of the list, or of names. */
export function sensorUses(sensors: Sensors | undefined, catalogue: Catalogue): SensorUse[] {
  if (sensors === undefined) return [];
  if (Array.isArray(sensors)) {
    return sensors.map(({ use, ...stated }, index) => {
      const file = showEntry(catalogue, 'sensors', use);
      if (file === undefined) throw new Error(`sensors: ${use} is not in the catalogue`);
      return { name: use, file, stated, path: `sensors[${index}]`, key: `sensors[${index}]` };
    });
  }
  const { year, without = [], numbers = {} } = sensors;
  return listKind(catalogue, 'sensors').flatMap((name): SensorUse[] => {
    const file = showEntry(catalogue, 'sensors', name);
    const stated = numbers[name];
    if (file === undefined || !isInService(file, year) || without.includes(name) || without.includes(file.nation)) return [];
    // What can be put anywhere is part of a year's set only where the scenario says where.
    if ((file.model === 'radar' || file.model === 'over-horizon-radar') && file.site === undefined && stated?.at === undefined) return [];
    return [{ name, file, stated, path: `sensors.numbers.${name}`, key: `sensors.${name}` }];
  });
}
