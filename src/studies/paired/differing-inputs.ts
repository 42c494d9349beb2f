/**
 * Every input in which two scenarios differ, by the path at which a scenario states it: numbers with their cards from the
 * ledger, and what no ledger holds (who fires what at whom, rules, places given by coordinates) from the plans.
 */
import { formatUtc } from '../../kernel/epoch.js';
import { fromSi } from '../../kernel/units.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Place, Plan } from '../../scenario/plan/plan.js';

export interface DifferingInput {
  readonly path: string;
  /** In the unit of the path's suffix; null where the scenario has no such input. */
  readonly valueA: number | string | null;
  readonly valueB: number | string | null;
}

type Inputs = ReadonlyMap<string, number | string>;
type Described = Pick<CompiledScenario, 'plan' | 'numbers'>;

export function differingInputs(a: Described, b: Described): DifferingInput[] {
  const inA = inputsOf(a), inB = inputsOf(b);
  const paths = [...new Set([...inA.keys(), ...inB.keys()])];
  const differing = paths
    .map((path): DifferingInput => ({ path, valueA: inA.get(path) ?? null, valueB: inB.get(path) ?? null }))
    .filter(({ valueA, valueB }) => valueA !== valueB);
  // An entry that only one of them has, or that is another thing, is told once and not by each number that comes with it.
  const replaced = differing.flatMap(({ path }) => IDENTITY.exec(path)?.[1] ?? []);
  return differing.filter(({ path, valueA, valueB }) => IDENTITY.test(path) || (valueA !== null && valueB !== null) || !replaced.some((entry) => path.startsWith(`${entry}.`)));
}

/** Keys that say what an entry of a list is. */
const IDENTITY = /^((?:raid|sensors|interceptors)\[\d+\])\.(?:missile|use|constellation|battery)$/;

function inputsOf({ plan, numbers }: Described): Inputs {
  const inputs = new Map<string, number | string>(wordsOf(plan, new Set(numbers.map(({ path }) => path))));
  for (const { path, alsoAt, value } of numbers) for (const at of [path, ...(alsoAt ?? [])]) inputs.set(at, value);
  return inputs;
}

/** What a plan holds beside numbers with cards. `noted` are the paths of those. */
function* wordsOf(plan: Plan, noted: ReadonlySet<string>): Generator<readonly [string, number | string]> {
  const placeText = (place: Place): string => (noted.has(`places.${place.name}.lat_deg`) ? place.name : `${place.name} (${degrees(place.lat_rad)}, ${degrees(place.lon_rad)}, ${place.altitude_m} m)`);
  yield ['epoch.from', formatUtc(plan.epoch.from_s)];
  yield ['epoch.within_h', fromSi(plan.epoch.within_s, 'h')];
  yield ['launch', plan.launch];
  yield ['variants', plan.variants_count];
  yield ['tracker.model', plan.tracker.model];
  for (const { key, threat, origin, originRadius_m, targets, count, start_s, every_s, shape, approach, route } of plan.attacks) {
    yield [`${key}.missile`, threat.name];
    yield [`${key}.count`, count];
    yield [`${key}.from`, noted.has(`places.${origin.name}.lat_deg`) ? origin.name : `${placeText(origin)}, radius ${originRadius_m} m`];
    yield [`${key}.to`, targets.map(placeText).join('; ')];
    yield [`${key}.start_s`, start_s];
    yield [`${key}.every_s`, every_s];
    yield [`${key}.shape`, shape];
    yield [`${key}.approach`, approach];
    yield [`${key}.route`, route.map(placeText).join('; ')];
  }
  for (const sensor of plan.sensors) {
    const entry = sensor.key.replace(/\/\d+$/, '');
    yield [`${entry}.use`, sensor.system];
  }
  for (const layer of plan.layers) {
    if (layer.kind === 'space') yield [`${layer.key}.constellation`, layer.name];
    else {
      yield [`${layer.key}.battery`, layer.interceptor.name];
      yield [`${layer.key}.at`, placeText(layer.site)];
      yield [`${layer.key}.count`, layer.magazine_count];
    }
    for (const [index, { scope }] of layer.commonMode.entries()) yield [`${layer.key}.commonMode[${index}].scope`, scope];
    yield [`release.${layer.kind}.evidence`, plan.release[layer.kind].evidence];
  }
  if (plan.layers.length > 0) {
    yield ['command.doctrine', plan.command.doctrine];
    yield ['command.prediction', plan.command.prediction];
  }
  yield ['defended', plan.defended.places.map(placeText).join('; ')];
}

const degrees = (angle_rad: number): string => `${Number(fromSi(angle_rad, 'deg').toPrecision(10))}°`;
