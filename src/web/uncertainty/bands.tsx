/**
 * Two kinds of not being sure, on one scale from none to all: chance, the spread of single attacks, as a solid band; not
 * known, how far the average moves over the assumed numbers, as a hatched one. The second is no probability and says so.
 */
import type { ReactElement } from 'react';
import { averageText } from '../../figures/sentences/sentence.js';
import { countText } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { useSession, type Answer } from '../state/session.js';
import { isBandFinal, useUncertain } from './uncertain.js';

export function Bands({ answer }: { readonly answer: Answer }): ReactElement {
  const draws = useSession((state) => state.draws);
  const uncertain = useUncertain();
  const { summary, launched, runId } = answer;
  const { p5, p95, mean } = summary.gotThrough, nouns = `${lethalNoun(answer.compiled.plan.attacks)}s`;
  const at = (value: number): string => `${(100 * value) / Math.max(launched, 1)}%`;
  const band = uncertain.runId === runId && draws > 0 ? uncertain.band : null;
  const chance = `${p5 === p95 ? countText(p5) : `${countText(p5)} to ${countText(p95)}`} in 9 of 10 attacks`;
  const isKnown = band !== null && band.low !== null && band.high !== null;
  const low = isKnown ? (band.low ?? 0) * launched : 0, high = isKnown ? (band.high ?? 0) * launched : 0;
  const isAsleep = uncertain.runId === runId && uncertain.stage === 'asleep';
  const state = draws === 0 || isAsleep ? 'off' : uncertain.runId !== runId || band === null ? 'waiting' : isBandFinal(uncertain) ? 'final' : 'so far';
  const words = state === 'off' ? 'not worked out' : !isKnown ? (state === 'final' ? 'no draw could be run' : 'being worked out') : `average ${averageText(low, launched)} to ${averageText(high, launched)}`;
  const refused = band === null || band.refused === 0 ? '' : `; ${countText(band.refused)} could not be run`;
  const over = state === 'so far' ? `so far, over ${countText(band?.draws ?? 0)} of ${countText(draws)} draws` : state === 'final' && band !== null ? `${band.refused === 0 ? 'over' : `${countText(band.draws - band.refused)} of`} ${countText(band.draws)} draws; no probability` : state === 'waiting' ? drawsText(uncertain.runId === runId ? uncertain.done : 0, draws) : '';
  const long = isKnown ? `Over ${countText(band.draws)} draws of ${countText(band.inputs)} assumed numbers, ${countText(band.runs)} attacks each at the same luck, the average runs from ${averageText(low, launched)} to ${averageText(high, launched)} of ${countText(launched)} ${nouns}${refused}. How likely a value is, nobody knows: this is no probability.` : '';
  return (
    <div className="bands" data-not-known={state} data-low={isKnown ? band.low : undefined} data-high={isKnown ? band.high : undefined}>
      <span className="band-name">Chance</span>
      <div className="band-track" role="img" aria-label={`Of ${launched} ${nouns}, ${chance} get through, on average ${mean.toFixed(2)}.`}>
        <span className="band solid" style={{ left: at(p5), right: `calc(100% - ${at(p95)})` }} />
        <span className="band-mean" style={{ left: at(mean) }} />
      </div>
      <span className="band-words">{chance}</span>
      <span className="band-name">Not known</span>
      <div className="band-track" role="img" aria-label={long === '' ? `Not known: ${words}.` : long} title={long === '' ? undefined : long}>
        {isKnown && <span className="band hatched" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />}
        {isKnown && <span className="band-mean" style={{ left: at(mean) }} />}
      </div>
      <span className="band-words">{words}</span>
      <span />
      <div className="band-scale"><span>none</span><span>all {countText(launched)}</span></div>
      <span className="band-words term">{over}</span>
    </div>
  );
}

const drawsText = (done: number, draws: number): string => (done === 0 ? '' : `${countText(done)} of ${countText(draws)} draws made`);
