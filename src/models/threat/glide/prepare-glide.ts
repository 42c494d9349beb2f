/** Gliders behind the interface that all classes of threat share. */
import { disperse, stretchBurns } from '../ballistic/variants.js';
import type { FlightRequest, PreparedThreat, SolvedFlight, SolveResult, Unsolved, VariantSet } from '../threat-class.js';
import { aimGlide, type GlideAim, type GlideStart } from './aim-glide.js';
import type { GlideMissile } from './glide-missile.js';
import { prepareGlideClass } from './prepare-class.js';

export function prepareGlide(missile: GlideMissile): PreparedThreat {
  const prepared = prepareGlideClass(missile);
  const refusal = (request: FlightRequest): Unsolved | undefined => {
    if ('reason' in prepared) return { converged: false, reason: 'cannot-fly', status: prepared.status, detail: prepared.reason, flights: prepared.flights };
    const detail = refusedDetail(request);
    return detail === undefined ? undefined : { converged: false, reason: 'cannot-fly', status: 'cannot-glide', detail, flights: 0 };
  };
  const aim = (request: FlightRequest, burnTimeFactor: number, start?: GlideStart): GlideAim => {
    if ('reason' in prepared) throw new Error('prepareGlide: a refused class is not aimed');
    return aimGlide({ ...prepared, missile: stretchBurns(missile, burnTimeFactor) }, request, start);
  };
  return {
    solve(request): SolveResult {
      const refused = refusal(request);
      if (refused !== undefined) return refused;
      const aimed = aim(request, 1);
      return aimed.converged ? { converged: true, flight: aimed.flight, flights: aimed.flights } : aimed.failure;
    },
    solveVariants(request, radius_m, count): VariantSet {
      const refused = refusal(request);
      if (refused !== undefined) return { variants: [], failures: Array.from({ length: count }, () => refused), flights: refused.flights, rightHandSides: 0 };
      const variants: SolvedFlight[] = [];
      const failures: Unsolved[] = [];
      const solved: { readonly factor: number; readonly start: GlideStart }[] = [];
      let flights = 0;
      let rightHandSides = 0;
      for (let index = 0; index < count; index++) {
        const { from, burnTimeFactor } = disperse(missile, request.from, radius_m, index);
        const aimed = aim({ ...request, from }, burnTimeFactor, nearest(solved, burnTimeFactor));
        flights += aimed.flights;
        rightHandSides += aimed.rightHandSides;
        if (aimed.converged) {
          variants.push(aimed.flight);
          solved.push({ factor: burnTimeFactor, start: aimed.start });
        } else {
          failures.push(aimed.failure);
        }
      }
      return { variants, failures, flights, rightHandSides };
    },
  };
}

/** What a request asks for that no glider does. */
function refusedDetail({ shape, approach, bodies }: FlightRequest): string | undefined {
  if (shape !== 'standard') return `a glider flies no ${shape} arc; leave the shape out`;
  if (approach !== 'short') return 'a glider takes the short way round; lead it with a route';
  if (bodies.length > 0) return `a glider sets nothing free, and ${bodies.length} bodies were asked for`;
  return undefined;
}

/** The start of the solved missile that burns most alike: thrust moves pitch-over and cut-off more than the place of launch does. */
function nearest(solved: readonly { readonly factor: number; readonly start: GlideStart }[], factor: number): GlideStart | undefined {
  let best: (typeof solved)[number] | undefined;
  for (const one of solved) {
    if (best === undefined || Math.abs(one.factor - factor) < Math.abs(best.factor - factor)) best = one;
  }
  return best?.start;
}
