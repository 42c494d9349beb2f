/** 3c: what the shield costs over its years beside announced money. Whether a plan was sent in time is a matter of documents. */
import type { Judgement } from '../compliance.js';
import type { EvidenceSet, JudgeRow, RowQuestion } from '../evidence.js';
import { judgement, metricOf, named, studyEvidence, verdictOf } from '../verdict.js';
import { documentEvidence } from './documents.js';

export const judgeMoney: JudgeRow = (evidence, question): Judgement => {
  const { price } = evidence, plan = { title: 'a plan sent in time', verdict: 'not testable', why: 'not testable by simulation: no public text found' } as const;
  const documents = documentEvidence(question);
  if (typeof price === 'string') return judgement({ verdict: 'not testable', why: price, metric: metricOf('lifeCycleCost', null), evidence: documents, parts: [plan] });
  const metric = metricOf('lifeCycleCost', price.total_usd), whole = verdictOf(metric, question.threshold.value), isIncomplete = price.incomplete.length > 0;
  // A price that lacks parts is a lower bound: it can exceed the money, and never fit in it.
  const verdict = isIncomplete && whole !== 'not met' ? 'not testable' : whole;
  const lacks = isIncomplete ? `incomplete: no price for ${price.incomplete.join(', ')}; ` : '';
  return judgement({
    verdict, metric, parts: [{ title: 'life-cycle cost within announced money', verdict, why: `${lacks}${wordsOf(whole)}` }, plan],
    why: `${lacks}${wordsOf(whole)}; low and high are the range of the cards, not an interval over runs; what the announced money buys is not published`,
    evidence: [studyEvidence('price', `twenty years at ${price.preset}, dollars of ${price.priceYear}`, 'cost', evidence), ...documents],
    drivingAssumption: named(`data/costs/${price.preset}`, 'price and life of a satellite'), figures: figuresOf(evidence, question, price),
  });
};

const wordsOf = (verdict: Judgement['verdict']): string => ({ met: 'the whole range of the cards lies within the announced money', partly: 'the range of the cards straddles the announced money', 'not met': 'the whole range of the cards lies above the announced money', 'not testable': 'no price' })[verdict];

function figuresOf({ runSets }: EvidenceSet, { threshold }: RowQuestion, price: Exclude<EvidenceSet['price'], string>): Judgement['figures'] {
  const stopped = runSets.get('base')?.summary.intercepted.mean ?? 0;
  return [
    { name: 'gap: cost less announced money', unit: 'usd', value: price.total_usd.mean - threshold.value, low: price.total_usd.low - threshold.value, high: price.total_usd.high - threshold.value },
    { name: 'cost of each percentage point of the raid stopped', unit: 'usd', value: stopped > 0 ? price.total_usd.mean / (100 * stopped) : null },
    ...price.perYear.map(({ year, spend_usd, announced_usd }) => ({ name: `spend of ${year}`, unit: 'usd', value: spend_usd, ...(announced_usd === null ? {} : { note: `announced: ${(announced_usd / 1e9).toFixed(1)} billion` }) })),
  ];
}
