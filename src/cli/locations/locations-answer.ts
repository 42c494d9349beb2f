/** Words, tables and JSON of `cupola locations`. */
import type { Provenance } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import type { LocationPlan } from '../../policy/locations/plan-locations.js';
import type { StateShare } from '../../policy/locations/equity.js';
import type { DefendedPlace, GovernmentShares } from '../../policy/locations/weights.js';
import type { Coverage } from '../../studies/locations/coverage.js';
import type { Asked } from './locations-question.js';

const PAGE_CHARACTERS = 110;
/** Named whatever the plan does: far from the others, and first to be left out. */
const NAMED_STATES = ['AK', 'HI', 'GU'];
const NOTE = 'Coverage of people only: every place is asked in the same way, and nothing here says what anybody would aim at. A place counts as protected when one battery gets its shots at one missile of each kind asked, launchers full; a raid leaves less (cupola run). Interceptors are public estimates.';

export interface LocationAnswer {
  readonly plan: LocationPlan;
  readonly coverage: Coverage;
  readonly places: readonly DefendedPlace[];
  /** Those that some missile asked reaches: of them the plan speaks. */
  readonly reached: readonly DefendedPlace[];
  /** Of places and sites, by name. */
  readonly titles: ReadonlyMap<string, string>;
  readonly asked: Asked;
  readonly solver: 'highs' | null;
  /** How to get the exact answer; empty where it is there. */
  readonly hint: string;
  readonly government: GovernmentShares;
}

/** All of it is said in a word: a share that is rounded to it would look the same. */
const percent = (share: number): string => (share > 1 - 1e-9 ? 'all' : share < 1e-9 ? 'none' : `${toPlace(Math.min(100 * share, 99.9), -1)} %`);

export function locationsHead({ plan: { curve, order, weights, batteries_count, people_count }, asked, reached }: LocationAnswer): string {
  if (order.length === 0) return `No battery of ${asked.battery} covers any of the ${countText(reached.length)} places from any of the sites asked.`;
  const last = curve.at(-1), few = order.length < batteries_count ? ` (${order.length} ${order.length === 1 ? 'is' : 'are'} enough: no further site adds anything)` : '';
  return `${countText(batteries_count)} ${batteries_count === 1 ? 'battery' : 'batteries'} of ${asked.battery}${few} cover ${countText(last?.people_count ?? 0)} of ${countText(people_count)} people in ${countText(reached.length)} ${reached.length === 1 ? 'place' : 'places'}${weights === 'population' ? '' : `, chosen by weights: ${weights}`}.`;
}

export function locationsText(answer: LocationAnswer): string[] {
  const { coverage, plan, hint, solver } = answer;
  const against = coverage.threats.map(({ missile, from, release_s }) => `${missile} from ${from} (may fire ${release_s === 0 ? 'after boost' : release_s === Infinity ? 'never' : `from ${significantText(release_s, 3)} s`})`).join('; ');
  const isNever = coverage.threats.some(({ release_s }) => release_s === Infinity);
  return [
    wrapText(`Against ${against}.${isNever ? ' Never: the sensors and rules of the scenario give no permission in time; --delay_s states one.' : ''}${coverage.notReached.length === 0 ? '' : ` Not reached by any of them, and left out: ${coverage.notReached.join(', ')}.`}`, PAGE_CHARACTERS),
    plan.order.length === 0 ? '' : orderText(answer),
    plan.order.length === 0 ? '' : curveText(plan),
    wrapText(solver === null ? `Greedy order: sure to reach 1 - (1 - 1/n)^n of the most that n batteries can, at least 63 %; the bound is proved for this case.${hint === '' ? '' : ` For the exact answer ${hint}`}` : 'Best: the most that so many batteries cover from sites chosen anew for each number (HiGHS). A defence that grows keeps what stands, which is the order above.', PAGE_CHARACTERS),
    ...(plan.order.length === 0 ? [] : [statesText(plan), everyStateText(plan), regretText(answer)]),
    wrapText(NOTE, PAGE_CHARACTERS),
  ];
}

function orderText({ plan: { order }, titles }: LocationAnswer): string {
  let sum = 0;
  return textTable(
    [{ head: '', align: 'right' }, { head: 'site', align: 'left' }, { head: 'adds', align: 'right' }, { head: 'people', align: 'right' }, { head: 'in all', align: 'right' }, { head: 'newly covered', align: 'left' }],
    order.map(({ site, added, addedPeople_count, newPlaces }, i) => [String(i + 1), titles.get(site) ?? site, percent(added), countText(addedPeople_count), percent((sum += added)), newPlaces.length <= 5 ? newPlaces.join(', ') : `${newPlaces.slice(0, 5).join(', ')} and ${newPlaces.length - 5} more`]),
  );
}

function curveText({ curve, reachable }: LocationPlan): string {
  const isExact = curve.some(({ exact }) => exact !== null);
  const table = textTable(
    [{ head: 'batteries', align: 'right' }, { head: 'in this order', align: 'right' }, ...(isExact ? [{ head: 'best', align: 'right' as const }] : []), { head: 'at most', align: 'right' }, { head: 'gap', align: 'right' }, { head: 'people', align: 'right' }],
    curve.slice(1).map(({ batteries_count, share, bound, exact, people_count }) => [String(batteries_count), percent(share), ...(isExact ? [exact === null ? 'not found' : `${percent(exact.share)}${exact.isProved ? '' : '?'}`] : []), percent(bound), percent(Math.max(0, bound - share)), countText(people_count)]),
  );
  return `${table}\nAll sites together: ${reachable > 1 - 1e-9 ? 'every place counted' : percent(reachable)}.${isExact && curve.some(({ exact }) => exact?.isProved === false) ? ' ?: stopped by its time before it was proved.' : ''}`;
}

const nobody = (states: readonly StateShare[]): StateShare[] => states.filter(({ protectedPlaces_count }) => protectedPlaces_count === 0);

function statesText({ states }: LocationPlan): string {
  const left = nobody(states), named = NAMED_STATES.flatMap((code) => states.find(({ state }) => state === code) ?? []);
  const words = named.map(({ state, protectedPeople_count, people_count }) => `${state} ${protectedPeople_count === 0 ? 'nobody' : `${countText(protectedPeople_count)} of ${countText(people_count)}`}`);
  return wrapText(`Nobody is covered in ${left.length} of ${states.length} states, district and territories counted${left.length === 0 ? '' : `: ${left.map(({ state }) => state).join(', ')}`}.${words.length === 0 ? '' : ` ${words.join('; ')}.`}`, PAGE_CHARACTERS);
}

function everyStateText({ everyState: { fewest_count, isFewestProved, outOfReach, best, costs }, batteries_count }: LocationPlan): string {
  const out = outOfReach.length === 0 ? '' : ` No site covers anybody in ${outOfReach.join(', ')}.`;
  const need = `Somebody in every state that a site covers: ${isFewestProved ? '' : 'at most '}${countText(fewest_count)} ${fewest_count === 1 ? 'battery is' : 'batteries are'} needed.`;
  if (best === null) return wrapText(`${need} ${batteries_count} are too few${isFewestProved ? '' : ', as far as was found'}.${out}`, PAGE_CHARACTERS);
  return wrapText(`${need} With ${batteries_count} such a plan covers ${percent(best.share)} of the weight, ${percent(costs ?? 0)} less than without that condition${best.isProved ? '' : ' (best found)'}: ${best.sites.join(', ')}.${out}`, PAGE_CHARACTERS);
}

function regretText({ plan: { regret }, government }: LocationAnswer): string {
  const table = textTable(
    [{ head: 'plan made by', align: 'left' }, ...regret.rows.map(({ scheme }) => ({ head: `by ${scheme}`, align: 'right' as const })), { head: 'worst regret', align: 'right' }],
    regret.rows.map(({ scheme, judged, worst }) => [scheme, ...judged.map(({ share, regret: less }) => `${percent(share)}${less < 5e-4 ? '' : ` (-${toPlace(100 * less, -1)})`}`), percent(worst)]),
  );
  return `What each way to weigh places gives away by the light of the others, with ${regret.batteries_count} batteries: share covered, and how far below the best set known\n${table}\n${wrapText(`Least regretted at worst: ${regret.least}. Seats of government get ${percent(government.federal)} (federal) and ${percent(government.state)} (states) of the weight in their column, an assumption: cupola show defaults location-weights.`, PAGE_CHARACTERS)}`;
}

export function locationsDocument({ plan, coverage, asked, solver, hint, government, places, reached }: LocationAnswer, provenance: Provenance): Record<string, unknown> {
  return {
    battery: asked.battery, shots: asked.rules.wanted, doctrine: asked.rules.doctrine, solver, ...(hint === '' ? {} : { hint }), ...plan,
    leftOut: nobody(plan.states).map(({ state }) => state), named: NAMED_STATES.map((code) => plan.states.find(({ state }) => state === code) ?? { state: code, isCounted: false }),
    threats: coverage.threats.map((threat) => ({ ...threat, release_s: Number.isFinite(threat.release_s) ? threat.release_s : null })), notReached: coverage.notReached, footprints: coverage.footprints,
    places: reached.map(({ name, title, state, population_count }) => ({ name, title, state, population_count })), placesAsked_count: places.length,
    assumed: [{ path: 'defaults/location-weights#federalShare', value: government.federal }, { path: 'defaults/location-weights#stateShare', value: government.state }], note: NOTE, provenance,
  };
}
