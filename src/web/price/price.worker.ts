/** Prices the shield that the page asks about, by the same function as `cupola cost`; nothing is flown. */
import '../no-eval.js';
import { besidePublished } from '../../policy/cost/beside-published.js';
import { readEstimates } from '../../policy/cost/estimates.js';
import { findPreset, presetNames } from '../../policy/cost/preset.js';
import { priceIndexOf } from '../../policy/cost/price-index.js';
import { costOfPlan, DEFAULT_COST_PRESET } from '../../policy/cost/scenario-cost.js';
import { readCatalogue, type Catalogue } from '../../scenario/catalogue.js';
import type { PriceReply, PriceRequest } from './messages.js';

let catalogue: Catalogue | undefined;

self.onmessage = ({ data }: MessageEvent<PriceRequest>): void => {
  let reply: PriceReply;
  try {
    if (data.catalogue !== undefined) catalogue = readCatalogue(data.catalogue);
    if (catalogue === undefined) throw new Error('the catalogue has not been sent');
    reply = answer(data, catalogue);
  } catch (error) {
    reply = { id: data.id, none: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};

function answer({ id, plan, settings }: PriceRequest, data: Catalogue): PriceReply {
  const { preset, serviceFrom, build_y, asNew } = settings, schedule = { ...(serviceFrom === null ? {} : { serviceFrom }), ...(build_y === null ? {} : { build_y }) };
  const found = costOfPlan({ plan, catalogue: data, preset: preset === '' ? DEFAULT_COST_PRESET : preset, asNew, schedule });
  if (typeof found === 'string') return { id, none: found };
  const { shield: _shield, ...cost } = found;
  return { id, priced: { cost, settings, published: besidePublished(cost, readEstimates(data), priceIndexOf(data)), presets: presetNames(data).map((name) => [name, findPreset(data, name)?.title ?? name] as const) } };
}
