/** Sensors and the tracker of a plan. A constellation of infrared satellites becomes one sensor for each satellite. */
import { defaultsOf, showEntry } from './catalogue.js';
import type { Catalogue } from './catalogue.js';
import type { Ledger } from './ledger.js';
import type { DelayTrackerPlan, InfraredSensorPlan, RadarSensorPlan, SensorPlan } from './plan.js';
import { INFRARED, RADAR, SATELLITE, TRACKER_DELAY } from './quantities.js';
import type { PlaceResolver } from './resolve-place.js';
import type { Scenario } from './schema.js';
import type { KindFile } from './kinds.js';

type SensorEntry = NonNullable<Scenario['sensors']>[number];
type InfraredFile = Extract<KindFile<'sensors'>, { model: 'infrared-geostationary' }>;
type RadarFile = Extract<KindFile<'sensors'>, { model: 'radar' }>;

export function compileSensors(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): SensorPlan[] {
  return (scenario.sensors ?? []).flatMap((entry, index): SensorPlan[] => {
    const file = showEntry(catalogue, 'sensors', entry.use);
    if (file === undefined) throw new Error(`sensors: ${entry.use} is not in the catalogue`);
    const path = `sensors[${index}]`;
    return file.model === 'radar' ? [compileRadar(entry, file, path, ledger, places)] : compileInfrared(entry, file, path, ledger);
  });
}

function compileInfrared(entry: SensorEntry, file: InfraredFile, path: string, ledger: Ledger): InfraredSensorPlan[] {
  const read = ledger.reader(INFRARED, { cards: file, source: file.source, stated: entry, path });
  return file.satellites.map((cards, index) => {
    const readSatellite = ledger.reader(SATELLITE, { cards, source: file.source, stated: entry.satellites?.[index], path: `${path}.satellites[${index}]` });
    return {
      model: file.model,
      key: `${path}/${index}`,
      name: `${entry.use}-${index + 1}`,
      lon_rad: readSatellite('lon_deg'),
      cloudBreak_m: read('cloudBreak_km'),
      grazingAltitude_m: read('grazingAltitude_km'),
      minElevation_rad: read('minElevation_deg'),
      revisit_s: read('revisit_s'),
      reportDelay_s: read('reportDelay_s'),
    };
  });
}

function compileRadar(entry: SensorEntry, file: RadarFile, path: string, ledger: Ledger, places: PlaceResolver): RadarSensorPlan {
  const read = ledger.reader(RADAR, { cards: file, source: file.source, stated: entry, path });
  return {
    model: file.model,
    key: path,
    name: entry.use,
    place: places.resolve(file.site).place,
    range_m: read('range_km'),
    minElevation_rad: read('minElevation_deg'),
    maxElevation_rad: read('maxElevation_deg'),
    sectorCentre_rad: read('sectorCentre_deg'),
    sectorWidth_rad: read('sectorWidth_deg'),
    revisit_s: read('revisit_s'),
    reportDelay_s: read('reportDelay_s'),
  };
}

export function compileTracker(scenario: Scenario, catalogue: Catalogue, ledger: Ledger): DelayTrackerPlan {
  const defaults = defaultsOf(catalogue, 'tracker-delay', 'tracker-delay');
  const stated = typeof scenario.tracker === 'object' ? scenario.tracker : undefined;
  const read = ledger.reader(TRACKER_DELAY, { cards: defaults, source: defaults.source, stated, path: 'tracker', keepsRange: true });
  return { model: 'delay', latency_s: read('latency_s'), azimuthError_rad: read('azimuthError_deg') };
}
