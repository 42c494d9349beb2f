/**
 * The single changes that are tried: every number of sensors, command and layers that somebody could decide about and that
 * the fate of one object can hang on, each moved the way that should help. What the attacker decides is not among them.
 */
import { fromSi } from '../../kernel/units.js';
import type { LayerPlan, Plan } from '../../scenario/plan/plan.js';
import { familyOf } from './family.js';
import type { Family, FamilyRow } from './family.js';

export function familiesOf(plan: Plan): Family[] {
  if (plan.layers.length === 0) return [];
  return [...commandRows(plan), ...trackerRows(plan), ...graphRows(plan), ...sensorRows(plan), ...plan.layers.flatMap((layer, e) => layerRows(layer, e, plan.layers))].flatMap((row) => familyOf(plan, row) ?? []);
}

function commandRows(plan: Plan): FamilyRow[] {
  const kinds = (['space', 'ground'] as const).filter((kind) => plan.layers.some((layer) => layer.kind === kind));
  return [
    ...kinds.map((kind): FamilyRow => ({ what: `less time from evidence to permission (${kind} layer)`, path: `release.${kind}.delay_s`, places: [['release', kind, 'delay_s']], towards: 'down' })),
    { what: 'a fresher track', path: 'tracker.latency_s', places: [['tracker', 'latency_s']], towards: 'down' },
    { what: 'a better estimate of the direction of flight', path: 'tracker.azimuthError_deg', places: [['tracker', 'azimuthError_rad']], towards: 'down' },
    { what: 'decisions more often', path: 'command.decisionPeriod_s', places: [['command', 'decisionPeriod_s']], towards: LEAST_PERIOD_S },
    { what: 'a quicker look at what came of a shot', path: 'command.assessment_s', places: [['command', 'assessment_s']], towards: 'down' },
    { what: 'fewer misses that the look takes for hits', path: 'command.assessmentError.missCalledHit', places: [['command', 'assessmentError', 'missCalledHit_prob']], towards: 'down' },
    { what: 'more shots at one target', path: 'command.shotsPerTarget', places: [['command', 'shotsPerTarget']], towards: Math.max(plan.command.shotsPerTarget + 2, 2 * plan.command.shotsPerTarget), isWhole: true },
    { what: 'a smaller reserve', path: 'command.reserve', places: [['command', 'reserve']], towards: 'down' },
  ];
}

/** With a tracker whose tracks have errors. */
function trackerRows({ tracker }: Plan): FamilyRow[] {
  if (tracker.model !== 'covariance') return [];
  const row = (key: string, what: string): FamilyRow => ({ what, path: `tracker.${key}`, places: [['tracker', ...key.split('.')]], towards: 'down' });
  return [
    row('handOver_s', 'a later last update of the kill vehicle'),
    row('biasShare', 'sensors that agree better'),
    row('misassociation_prob', 'fewer measurements given to the wrong object'),
    { what: 'a lower chance of being a warhead at which is fired', path: 'discrimination.engageAbove', places: [['tracker', 'discrimination', 'engageAbove_prob']], towards: 'down' },
  ];
}

/** Of the command graph: who decides how fast, and how long the word takes. */
function graphRows({ commandGraph }: Plan): FamilyRow[] {
  return [
    ...(commandGraph?.nodes ?? []).map(({ name }, i): FamilyRow => ({ what: `less time at ${name}`, path: `commandGraph.nodes.${name}.delay_s`, places: [['commandGraph', 'nodes', i, 'delay_s']], towards: 'down' })),
    ...(commandGraph?.links ?? []).map(({ name }, i): FamilyRow => ({ what: `a quicker link ${name}`, path: `commandGraph.links.${name}.latency_s`, places: [['commandGraph', 'links', i, 'latency_s']], towards: 'down' })),
  ];
}

/** A gate may be opened this many times as wide. */
const GATE_TIMES = 10;
/** Decisions closer to one another only cost time. */
const LEAST_PERIOD_S = 0.5;

function sensorRows(plan: Plan): FamilyRow[] {
  const entries = new Map<string, number[]>();
  plan.sensors.forEach(({ key }, s) => {
    const entry = key.replace(/\/\d+$/, '');
    entries.set(entry, [...(entries.get(entry) ?? []), s]);
  });
  return [...entries].flatMap(([path, members]): FamilyRow[] => {
    // Tracks with errors are charted from what sensors report and when.
    const isSlow = plan.tracker.model !== 'delay', { system, model } = plan.sensors[members[0]], at = (key: string): (string | number)[][] => members.map((s) => ['sensors', s, key]);
    return [
      { what: `quicker reports of ${system}`, path: `${path}.reportDelay_s`, places: at('reportDelay_s'), towards: 'down', isSlow },
      { what: `more frequent looks of ${system}`, path: `${path}.revisit_s`, places: at('revisit_s'), towards: 'down', isSlow },
      ...(model === 'radar' ? [
        { what: `more objects followed at once by ${system}`, path: `${path}.tracks`, places: at('tracks_count'), towards: 'up', isWhole: true, isSlow } as const,
        { what: `a longer range of ${system}`, path: `${path}.range_km`, places: at('range_m'), towards: 'up', isSlow: true } as const,
      ] : []),
      ...(model === 'infrared' ? [{ what: `a more sensitive ${system}`, path: `${path}.noiseEquivalentIrradiance_pWpm2`, places: at('noiseEquivalentIrradiance_Wpm2'), towards: 'tenth', isSlow: true } as const] : []),
    ];
  });
}

function layerRows(layer: LayerPlan, e: number, layers: readonly LayerPlan[]): FamilyRow[] {
  const { key: path, name } = layer, at = (...steps: string[]): (string | number)[][] => [['layers', e, ...steps]];
  const interceptor = (key: string, plan: string, what: string, towards: FamilyRow['towards'], isSlow = layer.kind === 'ground'): FamilyRow => ({
    what: `${what} (${name})`, path: `${path}.interceptor.${key}`, places: at('interceptor', plan), towards, isSlow,
  });
  const common = [
    // An entry that waits with others would no longer be one layer with them.
    ...(layers.some((other) => other !== layer && other.interceptor.name === layer.interceptor.name) ? [] : [
      { what: `less time from evidence to permission (${name})`, path: `${path}.release.delay_s`, places: at('release', 'delay_s'), towards: 'down' } as const,
    ]),
    interceptor('deadTime_s', 'deadTime_s', 'interceptors that start sooner', 'down'),
    interceptor('floorAltitude_km', 'floor_m', 'intercepts at lower altitude', 'down'),
    interceptor('batteryLife_s', 'battery_s', 'interceptors that fly for longer', 'up'),
    interceptor('divert_kmps', 'divert_mps', 'more velocity for correcting a wrong prediction', 'up'),
    ...(layer.commitGate_m === undefined ? [] : [{ what: `sent at a poorer track (${name})`, path: `${path}.interceptor.commitGate_km`, places: at('commitGate_m'), towards: GATE_TIMES * fromSi(layer.commitGate_m, 'km') } as const]),
    { what: `a higher chance that one shot kills (${name})`, path: `${path}.singleShotKill`, kind: 'luck', places: at('singleShotKill_prob'), towards: 1 } as const,
    ...Object.keys(layer.against ?? {}).map((model): FamilyRow => ({
      what: `a higher chance that one shot kills (${model}, ${name})`, path: `${path}.singleShotKillAgainst.${model}`, kind: 'luck', places: at('against', model), towards: 1,
    })),
    ...layer.commonMode.map(({ scope }, i): FamilyRow => ({
      what: `a higher chance that nothing shared fails (${scope}, ${name})`, path: `${path}.commonMode[${i}].value`, kind: 'luck', places: [['layers', e, 'commonMode', i, 'value']], towards: 1,
    })),
  ];
  return layer.kind === 'space' ? [
    ...common,
    interceptor('speed_kmps', 'speed_mps', 'faster interceptors', 'up'),
    interceptor('acceleration_g', 'acceleration_mps2', 'interceptors that gain speed sooner', 'up'),
    { ...interceptor('reliability', 'reliability_prob', 'interceptors that work more often when called', 1), kind: 'luck' },
    { what: `more interceptors on every satellite (${name})`, path: `${path}.perSatellite`, places: at('perSatellite_count'), towards: 'up', isWhole: true },
    { what: `more satellites in every plane (${name})`, path: `${path}.count`, kind: 'reshuffle', places: at('shell', 'perPlane_count'), towards: 'up', isWhole: true, step: layer.shell.planes_count },
  ] : [
    ...common,
    interceptor('payload_kg', 'payload_kg', 'faster interceptors, by a lighter kill vehicle', layer.interceptor.payload_kg / 2),
    { what: `more velocity for correcting a wrong prediction (${name})`, path: `${path}.interceptor.divert_kmps`, places: at('divert_mps'), towards: 'up' },
    { what: `less time between launches (${name})`, path: `${path}.launchInterval_s`, places: at('launcher', 'launchInterval_s'), towards: 'down' },
    { what: `more rounds ready on launchers (${name})`, path: `${path}.ready`, places: at('launcher', 'ready_count'), towards: 'up', isWhole: true },
    { what: `a quicker reload (${name})`, path: `${path}.reload_s`, places: at('launcher', 'reload_s'), towards: 'down' },
    { what: `more shots guided at once (${name})`, path: `${path}.guided`, places: at('launcher', 'guided_count'), towards: 'up', isWhole: true },
    { what: `a longer range (${name})`, path: `${path}.maxRange_km`, places: at('reach', 'maxRange_m'), towards: 'up', isSlow: true },
    interceptor('ceilingAltitude_km', 'ceiling_m', 'intercepts at higher altitude', 'up'),
    { what: `more rounds (${name})`, path: `${path}.count`, places: at('magazine_count'), towards: Math.max(2 * layer.magazine_count, 1), isWhole: true },
  ];
}
