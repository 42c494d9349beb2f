/** Sensors of a plan. Geostationary and elliptical systems become one sensor for each satellite, a shell is one. */
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { fromDecibels } from '../../kernel/decibel.js';
import { PI, TAU } from '../../kernel/maths.js';
import { findPlace } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { Ledger } from './ledger.js';
import { nationOfCountry } from './nations.js';
import type { Place } from '../plan/plan.js';
import type { PlaceResolver } from './resolve-place.js';
import type { Scenario } from '../schema/schema.js';
import type { SensorFile, SensorModel } from '../cards/sensor-file.js';
import type { AirTrackerSensorPlan, ElementSetPlan, InfraredSensorPlan, OrbitPlan, OverHorizonRadarSensorPlan, RadarFacePlan, RadarSensorPlan, SensorPlan } from '../plan/sensor-plan.js';
import { AIR_TRACKER, ELLIPSE, ELLIPSE_SATELLITE, INFRARED, OVER_HORIZON_RADAR, RADAR, SATELLITE, SENSOR_SHELL } from '../cards/sensor-quantities.js';
import { sensorUses } from './sensor-set.js';
import type { SensorUse } from './sensor-set.js';

type FileOf<M extends SensorModel> = Extract<SensorFile, { model: M }>;

interface Source<F extends SensorFile> extends SensorUse {
  readonly file: F;
  readonly catalogue: Catalogue;
  readonly ledger: Ledger;
  readonly places: PlaceResolver;
}

export function compileSensors(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): SensorPlan[] {
  return sensorUses(scenario.sensors, catalogue).flatMap((use): SensorPlan[] => {
    const rest = { ...use, catalogue, ledger, places };
    const { file } = use;
    switch (file.model) {
      case 'infrared-geostationary':
        return compileInfrared({ ...rest, file }, geostationaryOrbits({ ...rest, file }));
      case 'infrared-elliptical':
        return compileInfrared({ ...rest, file }, ellipticalOrbits({ ...rest, file }));
      case 'infrared-shell':
        return compileInfrared({ ...rest, file }, [shellOrbit({ ...rest, file })]);
      case 'radar':
        return [compileRadar({ ...rest, file })];
      case 'over-horizon-radar':
        return [compileOverHorizonRadar({ ...rest, file })];
      case 'air-tracker':
        return [compileAirTracker({ ...rest, file })];
    }
  });
}

function compileInfrared({ name, file, stated, path, key, ledger }: Source<FileOf<'infrared-geostationary' | 'infrared-elliptical' | 'infrared-shell'>>, orbits: readonly OrbitPlan[]): InfraredSensorPlan[] {
  const read = ledger.reader(INFRARED, { cards: file, source: file.source, stated, path });
  return (stated?.elements === undefined ? orbits : [elementOrbit(stated.elements, name)]).map((orbit, index) => {
    const isOne = orbit.kind === 'walker' || orbit.kind === 'elements';
    return {
      model: 'infrared',
      key: isOne ? key : `${key}/${index}`,
      name: isOne ? name : `${name}-${index + 1}`,
      system: name,
      nation: file.nation,
      orbit,
      look: stated?.look ?? file.look,
      cloudBreak_m: read('cloudBreak_km'),
      grazingAltitude_m: read('grazingAltitude_km'),
      minElevation_rad: read('minElevation_deg'),
      maxOffNadir_rad: Math.min(PI, read('maxOffNadir_deg')),
      noiseEquivalentIrradiance_Wpm2: read('noiseEquivalentIrradiance_pWpm2'),
      sceneNoise: read('sceneNoise'),
      falseAlarm_prob: read('falseAlarm_prob'),
      angularError_rad: read('angularError_urad'),
      sunExclusion_rad: read('sunExclusion_deg'),
      revisit_s: read('revisit_s'),
      reportDelay_s: read('reportDelay_s'),
    };
  });
}

function geostationaryOrbits({ file, stated, path, ledger }: Source<FileOf<'infrared-geostationary'>>): OrbitPlan[] {
  return file.satellites.map((cards, index) => ({
    kind: 'geostationary',
    lon_rad: ledger.reader(SATELLITE, { cards, source: file.source, stated: stated?.satellites?.[index], path: `${path}.satellites[${index}]` })('lon_deg'),
  }));
}

function ellipticalOrbits({ file, stated, path, ledger }: Source<FileOf<'infrared-elliptical'>>): OrbitPlan[] {
  const shared = ledger.reader(ELLIPSE, { cards: file.orbit, source: file.source, stated: stated?.orbit, path: `${path}.orbit` });
  const perigee_m = EARTH_RADIUS_M + shared('perigee_km'), apogee_m = EARTH_RADIUS_M + shared('apogee_km');
  return file.satellites.map((cards, index) => {
    const read = ledger.reader(ELLIPSE_SATELLITE, { cards, source: file.source, stated: stated?.satellites?.[index], path: `${path}.satellites[${index}]` });
    return {
      kind: 'kepler',
      semiMajorAxis_m: 0.5 * (perigee_m + apogee_m),
      eccentricity: (apogee_m - perigee_m) / (apogee_m + perigee_m),
      inclination_rad: shared('inclination_deg'),
      argumentOfPerigee_rad: shared('argumentOfPerigee_deg'),
      node_rad: read('node_deg'),
      meanAnomaly_rad: read('meanAnomaly_deg'),
    };
  });
}

function shellOrbit({ file, stated, path, ledger }: Source<FileOf<'infrared-shell' | 'air-tracker'>>): OrbitPlan {
  const read = ledger.reader(SENSOR_SHELL, { cards: file.orbit, source: file.source, stated: stated?.orbit, path: `${path}.orbit` });
  const count = read('count'), planes_count = read('planes');
  return { kind: 'walker', shell: { altitude_m: read('altitude_km'), inclination_rad: read('inclination_deg'), planes_count, perPlane_count: count / planes_count, phasing: read('phasing') } };
}

function elementOrbit(elements: NonNullable<NonNullable<SensorUse['stated']>['elements']>, name: string): OrbitPlan {
  return {
    kind: 'elements',
    sets: elements.map((set, index): ElementSetPlan => {
      const title = set.name ?? `${name} ${index + 1}`;
      return 'omm' in set ? { name: title, omm: set.omm } : { name: title, line1: set.line1, line2: set.line2 };
    }),
  };
}

function compileRadar(source: Source<FileOf<'radar'>>): RadarSensorPlan {
  const { name, file, stated, path, key, ledger } = source;
  const read = ledger.reader(RADAR, { cards: file, source: file.source, stated, path });
  return {
    model: 'radar',
    key, name, system: name,
    ...standing(source),
    faces: facesOf(read('faces'), read('sectorCentre_deg'), read('sectorWidth_deg')),
    minElevation_rad: read('minElevation_deg'),
    maxElevation_rad: read('maxElevation_deg'),
    range_m: read('range_km'),
    referenceRcs_m2: read('referenceRcs_m2'),
    referenceSnr: fromDecibels(read('referenceSnr_dB')),
    swerling: SWERLINGS[read('swerling')] ?? 0,
    falseAlarm_prob: read('falseAlarm_prob'),
    cueGain: fromDecibels(read('cueGain_dB')),
    cueRevisit_s: read('cueRevisit_s'),
    tracks_count: read('tracks'),
    rangeError_m: read('rangeError_m'),
    angleError_rad: read('angleError_deg'),
    speedError_mps: read('speedError_mps'),
    revisit_s: read('revisit_s'),
    reportDelay_s: read('reportDelay_s'),
  };
}

function compileOverHorizonRadar(source: Source<FileOf<'over-horizon-radar'>>): OverHorizonRadarSensorPlan {
  const { name, file, stated, path, key, ledger } = source;
  const read = ledger.reader(OVER_HORIZON_RADAR, { cards: file, source: file.source, stated, path });
  return {
    model: 'over-horizon-radar',
    key, name, system: name,
    ...standing(source),
    minRange_m: read('minRange_km'),
    maxRange_m: read('maxRange_km'),
    sectorCentre_rad: read('sectorCentre_deg'),
    sectorWidth_rad: read('sectorWidth_deg'),
    maxAltitude_m: read('maxAltitude_km'),
    detection_prob: read('detection_prob'),
    revisit_s: read('revisit_s'),
    reportDelay_s: read('reportDelay_s'),
  };
}

function compileAirTracker(source: Source<FileOf<'air-tracker'>>): AirTrackerSensorPlan {
  const { name, file, stated, path, key, ledger } = source;
  const read = ledger.reader(AIR_TRACKER, { cards: file, source: file.source, stated, path });
  return {
    model: 'air-tracker',
    key, name, system: name, nation: file.nation,
    orbit: stated?.elements === undefined ? shellOrbit(source) : elementOrbit(stated.elements, name),
    minElevation_rad: read('minElevation_deg'),
    maxOffNadir_rad: Math.min(PI, read('maxOffNadir_deg')),
    maxAltitude_m: read('maxAltitude_km'),
    detection_prob: read('detection_prob'),
    revisit_s: read('revisit_s'),
    reportDelay_s: read('reportDelay_s'),
  };
}

/** Where a radar stands, and on whose land: the scenario's place, else the site of its card. */
function standing({ file, stated, places, catalogue, name }: Source<FileOf<'radar' | 'over-horizon-radar'>>): { readonly place: Place; readonly nation: string } {
  const at = stated?.at ?? file.site;
  if (at === undefined) throw new Error(`sensors: ${name} stands nowhere`);
  const country = typeof at === 'string' ? findPlace(catalogue, at)?.country : undefined;
  const host = stated?.at === undefined || country === undefined ? undefined : nationOfCountry(country);
  return { place: places.resolve(at).place, nation: host ?? file.nation };
}

/** Faces side by side that share the sector evenly. */
function facesOf(faces_count: number, centre_rad: number, sector_rad: number): RadarFacePlan[] {
  const width_rad = Math.min(sector_rad, TAU) / faces_count;
  return Array.from({ length: faces_count }, (_, face) => ({ azimuth_rad: centre_rad + (face - 0.5 * (faces_count - 1)) * width_rad, width_rad }));
}

const SWERLINGS = [0, 1, 2, 3, 4] as const;
