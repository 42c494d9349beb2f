/** Settles the chapter's numbers with satellites that move; a newer request stops the older one between two steps. */
import '../no-eval.js';
import { significantText } from '../../figures/numbers.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { readEstimates } from '../../policy/cost/estimates.js';
import { priceIndexOf } from '../../policy/cost/price-index.js';
import { waterfall } from '../../policy/cost/waterfall.js';
import { readCatalogue, type Catalogue } from '../../scenario/catalogue.js';
import { numberAgainst } from '../../studies/number-needed/curves.js';
import { takeApart } from '../../studies/number-needed/difference.js';
import type { Flights } from '../../studies/number-needed/flights-to-meet.js';
import { sizeByPropagation, type NoNumber, type PropagatedInputs } from '../../studies/number-needed/propagated.js';
import { FIELDS, type Inputs } from './inputs.js';
import type { CurveField, FlownPoint, PriceReply, PriceRequest, Settled, SettleReply, SettleRequest } from './messages.js';
import { flyFor, propagatedInputs } from './propagated-adapter.js';
import { waterfallFromAei } from './waterfall.js';

const FIELDS_DRAWN: readonly CurveField[] = ['speed_kmps', 'delay_s'];
const CURVE_POINTS = 7;
/** Waterfall, flights, answer, difference; then the points of two curves. */
const STEPS = 4 + FIELDS_DRAWN.length * CURVE_POINTS;

let catalogue: Catalogue | undefined;
let newest = 0;
let flown: { readonly key: string; readonly flights: Flights | string } | undefined;

self.onmessage = ({ data }: MessageEvent<SettleRequest | PriceRequest>): void => {
  if (data.catalogue !== undefined) catalogue = readCatalogue(data.catalogue);
  if (data.kind === 'prices') {
    if (catalogue !== undefined) self.postMessage(comparePrices(data, catalogue));
    return;
  }
  const { id, inputs } = data;
  newest = id;
  void settle(id, inputs).catch((error: unknown) => reply({ kind: 'settle', id, done: 1, none: error instanceof Error ? error.message : String(error) }));
};

const reply = (news: SettleReply): void => self.postMessage(news);

function comparePrices({ from, to }: PriceRequest, data: Catalogue): PriceReply {
  const estimates = readEstimates(data), ends = [from, to].map((id) => estimates.find((estimate) => estimate.id === id));
  const [first, second] = ends.map((estimate) => (estimate === undefined || estimate.preset === null ? undefined : { name: estimate.id, preset: estimate.preset }));
  return { kind: 'prices', from, to, estimates, waterfall: first === undefined || second === undefined ? 'one of the two cannot be computed' : waterfall(first, second, priceIndexOf(data)) };
}

async function settle(id: number, inputs: Inputs): Promise<void> {
  let done = 0;
  /** Tells what is new, lets newer requests in, and says whether this one is still wanted. */
  const tell = async (news: Omit<Settled, 'done'>, steps = 1): Promise<boolean> => {
    done += steps;
    reply({ kind: 'settle', id, done: done / STEPS, ...news });
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    return id === newest;
  };
  if (!(await tell({ waterfall: waterfallFromAei(inputs) }))) return;
  if (catalogue === undefined) return;
  const flights = fly(inputs, catalogue);
  if (typeof flights === 'string') return void (await tell({ none: flights }, STEPS - done));
  if (!(await tell({}))) return;
  const asked = propagatedInputs(inputs, flights), answer = sizeByPropagation(asked);
  if ('reason' in answer) return void (await tell({ none: noneWords(answer) }, STEPS - done));
  const { window, inReach } = answer;
  const { method, flyout_m, reach_m, absenteeRatio, interceptors, perMissile, atLeast, sizedFor95 } = answer;
  if (!(await tell({ flown: { method, flyout_m, reach_m, absenteeRatio, interceptors, perMissile, atLeast, sizedFor95, inReach, closes_s: window.closes_s, meeting_m: window.altitude_m } }))) return;
  if (!(await tell({ difference: takeApart(asked, toSi(inputs.meeting_km, 'km')) }))) return;
  for (const field of FIELDS_DRAWN) {
    const points: FlownPoint[] = [];
    for (const value of curveValues(inputs, field)) {
      points.push(pointAt(asked, field, value));
      if (!(await tell({ curve: { field, points: [...points] } }))) return;
    }
  }
}

/** Flights depend on two settings only. */
function fly(inputs: Inputs, from: Catalogue): Flights | string {
  const key = `${inputs.latitude_deg} ${inputs.burn_s}`;
  if (flown?.key !== key) flown = { key, flights: flyFor(inputs, from) };
  return flown.flights;
}

function curveValues(inputs: Inputs, field: CurveField): number[] {
  const { low, high } = FIELDS[field];
  // Very slow interceptors and very late orders need more satellites than anybody would count.
  const from = field === 'speed_kmps' ? Math.max(low, 3) : low, to = field === 'speed_kmps' ? Math.min(high, 9) : Math.min(high, inputs.burn_s - 50);
  return Array.from({ length: CURVE_POINTS }, (_, index) => from + ((to - from) * index) / (CURVE_POINTS - 1));
}

function pointAt(asked: PropagatedInputs, field: CurveField, value: number): FlownPoint {
  const [point] = field === 'speed_kmps' ? numberAgainst(asked, 'speed', [toSi(value, 'kmps')]) : numberAgainst(asked, 'delay', [value]);
  return { value, perMissile: point?.perMissile, perMissile95: point?.perMissile95 };
}

function noneWords(none: NoNumber): string {
  switch (none.reason) {
    case 'too-late': return `The boost ends ${significantText(none.closes_s, 3)} s after launch, before the order.`;
    case 'below-floor': return `The meeting would be ${significantText(fromSi(none.altitude_m, 'km'), 3)} km up, below the interceptor's floor.`;
    case 'still-burning': return `The interceptor burns for ${significantText(none.burns_s, 3)} s, longer than it may fly.`;
    case 'never-in-reach': return 'No satellite of these orbits ever comes within reach of the missile before it burns out.';
  }
}
