/**
 * The levers of a shield: more of each layer, further batteries with a radar of their own, a shell over other latitudes, a tracking
 * system, less time to decide, another doctrine, a partner that shares more. Whether a step can stand in a scenario is told by compiling it.
 */
import { fromSi } from '../../../kernel/units.js';
import { listKind, showEntry } from '../../../scenario/catalogue.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import { SHARING_MODES } from '../../../scenario/plan/partners-plan.js';
import type { LayerPlan, Plan } from '../../../scenario/plan/plan.js';
import { shellSatellites_count } from '../../../scenario/plan/shield-counts.js';
import { batteryLevers } from './battery-levers.js';
import { entriesOf } from './lever.js';
import type { Lever, LeverQuestion } from './lever.js';

/** A count is doubled thrice. */
const TIMES = [2, 4, 8];
/** Of latitudes from which a shell at a lower inclination cannot be called. */
const HIGH_INCLINATION_DEG = 70;

export function leversOf(question: LeverQuestion): Lever[] {
  const { plan, catalogue, kinds } = question;
  const levers = [...moreOf(plan), ...batteryLevers(question), ...shells(plan, catalogue), ...sensors(plan, catalogue), ...delays(plan), ...doctrines(plan), ...partners(plan)];
  return levers.filter(({ kind, steps }) => steps.length > 0 && (kinds === undefined || kinds.includes(kind)));
}

/** All entries that fire one interceptor grow together. */
function moreOf({ layers }: Plan): Lever[] {
  const names = [...new Set(layers.map(({ interceptor }) => interceptor.name))];
  return names.map((name): Lever => {
    const own = layers.filter(({ interceptor }) => interceptor.name === name), what = own.some(({ kind }) => kind === 'space') ? 'satellites' : 'interceptors';
    const steps = TIMES.map((times) => ({
      says: `${name}: ${own.reduce((sum, layer) => sum + times * countOf(layer), 0)} ${what} (${times} times as many)`, overrides: own.map((layer) => `${layer.key}.count=${times * countOf(layer)}`),
    }));
    return { id: `more ${name}`, kind: 'more', says: `more ${what} of ${name}`, steps: own.every((layer) => countOf(layer) > 0) ? steps : [] };
  });
}

const countOf = (layer: LayerPlan): number => (layer.kind === 'space' ? shellSatellites_count(layer.shell) : Math.max(1, layer.magazine_count));

/** Named shells of the catalogue beside those that are there, a quarter, a half and all of their count, over high latitudes too. */
function shells({ layers }: Plan, catalogue: Catalogue): Lever[] {
  return listKind(catalogue, 'constellations').flatMap((name): Lever[] => {
    const file = showEntry(catalogue, 'constellations', name);
    if (file === undefined) return [];
    const planes = file.planes.value, perPlane = file.count.value / planes, own = layers.find((layer) => layer.kind === 'space' && layer.interceptor.name === file.interceptor);
    const like = own === undefined ? {} : { singleShotKill: own.singleShotKill_prob, ...(own.commonMode.length === 0 ? {} : { commonMode: own.commonMode.map(({ value, scope }) => ({ value, scope })) }) };
    return [file.inclination_deg.value, HIGH_INCLINATION_DEG].map((inclination_deg) => ({
      id: `shell ${name} ${inclination_deg}`, kind: 'shell', says: `a further shell of space-based interceptors at ${inclination_deg}°`,
      steps: [4, 2, 1].map((share) => Math.max(1, Math.round(perPlane / share)) * planes).map((count) => ({
        says: `a further shell, ${name} at ${inclination_deg}°: ${count} satellites`, overrides: [`interceptors[${layers.length}]=${JSON.stringify({ constellation: name, count, inclination_deg, ...like })}`],
      })),
    }));
  });
}

/** Systems that a scenario names by one word and does not have; and at last all that are in service in a late year. */
function sensors(plan: Plan, catalogue: Catalogue): Lever[] {
  const have = new Set(plan.sensors.map(({ system }) => system)), next = entriesOf(plan);
  const added = listKind(catalogue, 'sensors').flatMap((name): Lever[] => {
    const file = showEntry(catalogue, 'sensors', name);
    if (file === undefined || have.has(name) || ((file.model === 'radar' || file.model === 'over-horizon-radar') && file.site === undefined)) return [];
    return [{ id: `sensor ${name}`, kind: 'sensor', says: file.title, steps: [{ says: `also ${name}`, overrides: [`sensors[${next}]={"use":"${name}"}`] }] }];
  });
  return [...added, { id: 'sensors of 2035', kind: 'sensor', says: 'all sensors that are in service in 2035', steps: [{ says: 'all sensors in service in 2035', overrides: ['sensors.year=2035'] }] }];
}

function delays({ release, layers }: Plan): Lever[] {
  return (['space', 'ground'] as const).filter((kind) => layers.some((layer) => layer.kind === kind)).map((kind): Lever => {
    const delay_s = fromSi(release[kind].delay_s, 's');
    return {
      id: `delay ${kind}`, kind: 'delay', says: `less time from evidence to permission (${kind} layer)`,
      steps: delay_s <= 0 ? [] : [delay_s / 2, delay_s / 4, 0].map((value) => ({ says: `${kind} layer: ${Number(value.toFixed(1))} s from evidence to permission`, overrides: [`release.${kind}.delay_s=${value}`] })),
    };
  });
}

function doctrines({ command, layers }: Plan): Lever[] {
  if (layers.length === 0) return [];
  const { shotsPerTarget, doctrine, reserve } = command, rule = (id: string, says: string, overrides: readonly string[]): Lever => ({ id, kind: 'doctrine', says, steps: [{ says, overrides }] });
  return [
    { id: 'shots per target', kind: 'doctrine', says: 'more shots at each target', steps: [2, 4].map((times) => ({ says: `${times * shotsPerTarget} shots at each target`, overrides: [`command.shotsPerTarget=${times * shotsPerTarget}`] })) },
    ...(doctrine === 'barrage' ? [rule('look', 'look after each shot before the next', ['command.doctrine=shoot-look-shoot'])] : [rule('barrage', 'all shots at once', ['command.doctrine=barrage'])]),
    ...(command.assignment === 'joint' ? [] : [rule('joint assignment', 'shots given out jointly', ['command.assignment=joint'])]),
    ...(reserve > 0 ? [rule('no reserve', 'no interceptors held back', ['command.reserve=0'])] : []),
  ];
}

/** Without partners in a scenario everything is shared already. */
function partners({ partners: allies }: Plan): Lever[] {
  return (allies?.partners ?? []).map(({ nation, mode }): Lever => ({
    id: `partner ${nation}`, kind: 'partner', says: `${nation} shares more`,
    steps: SHARING_MODES.slice(SHARING_MODES.indexOf(mode) + 1).map((next) => ({ says: `${nation}: ${next}`, overrides: [`partners.${nation}=${next}`] })),
  }));
}
