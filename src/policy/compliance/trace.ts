/** From requirements to elements and back: what serves what, what nothing serves, what serves nothing, and which function has nobody. */
import type { DirectiveFile } from '../../scenario/cards/directive-file.js';
import { type RequirementId, type Role, ROLE_NAMES, ROLES } from '../../scenario/cards/directive-terms.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Compliance, TraceCoverage } from './compliance.js';
import { elementsOf, type ShieldElement } from './roles.js';

/** What a defence does to each object, and what can do it. */
const FUNCTIONS: readonly (readonly [name: string, does: (element: ShieldElement, plan: Plan) => boolean])[] = [
  ['detect', ({ roles }) => roles.includes('sensors')],
  ['track', ({ roles }) => roles.includes('sensors')],
  ['discriminate', ({ sensors }, plan) => plan.tracker.model === 'covariance' && sensors.some((s) => isDiscriminator(plan, s))],
  ['decide', ({ roles }) => roles.includes('interceptors')],
  ['engage', ({ roles }) => roles.includes('interceptors')],
  ['assess', ({ roles }) => roles.includes('sensors')],
];

/** Infrared satellites that circle low enough to see a body, and radars. */
function isDiscriminator({ sensors }: Plan, s: number): boolean {
  const sensor = sensors[s];
  return sensor?.model === 'radar' || (sensor?.model === 'infrared' && (sensor.orbit.kind === 'walker' || sensor.orbit.kind === 'elements'));
}

type Requirements = DirectiveFile['requirements'];

export function traceCoverage(plan: Plan, requirements: Requirements): TraceCoverage {
  const elements = elementsOf(plan);
  const servable = requirements.filter(({ servedBy }) => servedBy.length > 0);
  const isServedBy = (servedBy: readonly Role[], { roles }: ShieldElement): boolean => servedBy.some((role) => roles.includes(role));
  const served = servable.filter(({ servedBy }) => elements.some((element) => isServedBy(servedBy, element)));
  const traced = elements.map((element) => ({ name: element.name, roles: element.roles, serves: servable.filter(({ servedBy }) => isServedBy(servedBy, element)).map(({ id }) => id) }));
  return {
    servable_count: servable.length, served_count: served.length, share: servable.length === 0 ? 0 : served.length / servable.length,
    orphans: servable.filter((requirement) => !served.includes(requirement)).map(({ id, servedBy }) => ({ id, needs: servedBy.map((role) => ROLES[role]).join(', or ') })),
    notByElements: requirements.filter(({ servedBy }) => servedBy.length === 0).map(({ id }) => id),
    idle: traced.filter(({ serves }) => serves.length === 0).map(({ name }) => name),
    elements: traced,
    functions: FUNCTIONS.map(([name, does]) => ({ name, elements: elements.filter((element) => does(element, plan)).map((element) => element.name) })),
  };
}

/** By part of a shield, the rows that turn without it: the map that docs/models/compliance.md publishes. */
export function mapOfRows(requirements: Requirements): Compliance['map'] {
  return ROLE_NAMES.map((role) => ({ role, says: ROLES[role], rows: requirements.filter(({ turnsWithout }) => turnsWithout.includes(role)).map(({ id }): RequirementId => id) })).filter(({ rows }) => rows.length > 0);
}
