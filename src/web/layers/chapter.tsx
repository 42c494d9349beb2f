/** The chapter *Layers*: where missiles of the answer are lost, in which part of their flight, who is protected, and what each layer is worth. */
import { useCallback, type ReactElement } from 'react';
import { KILL_PHASES } from '../../engine/record/kill-phase.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { FUNNEL_WORDS, PHASE_WORDS, protectedByChance } from '../../figures/words/funnel-words.js';
import { countOf, killPhaseFigure, layerFunnelFigure } from '../../figures/pictures/layer-funnel-figure.js';
import { countText, shareEstimateText } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { layerTitle } from '../answer/titles.js';
import { Figure } from '../number-needed/figure.js';
import { useSession, type Answer } from '../state/session.js';
import { LayerWorth } from './layer-worth.js';
import '../number-needed/chapter.css';
import './layers.css';

const COLOURS = { step: 'var(--context)', stopped: 'var(--defence)', passedOn: 'var(--through)', elsewhere: 'var(--line)', line: 'var(--line)' };

export default function Chapter(): ReactElement {
  const answer = useSession((state) => state.answer), progress = useSession((state) => state.progress);
  return (
    <div className="layers" data-testid="layers-view" data-done={answer?.isSettled === true}>
      <h1 className="visually-hidden">Layers</h1>
      {answer === null ? <p className="chapter-wait" role="status">{progress.done === 0 ? 'Flying the missiles of this raid.' : `${countText(progress.done)} of ${countText(progress.total)} attacks simulated.`}</p> : <Layers answer={answer} />}
    </div>
  );
}

function Layers({ answer }: { readonly answer: Answer }): ReactElement {
  const { summary, compiled } = answer, noun = lethalNoun(compiled.plan.attacks);
  return (
    <>
      <section className="headline">
        <p className="headline-sentence">{countOf(summary.funnel.killed)} of {countText(summary.funnel.launched)} {noun}s are stopped, {countOf(summary.funnel.leaked)} get through</p>
        <p className="settling">Means of {countText(summary.runs)} attacks{answer.isSettled ? '' : ', more are being simulated'}. {summary.layers.length === 0 ? 'This shield has no layer.' : `Stopped by all layers, failed by themselves and through add up to what is launched.`}</p>
      </section>
      {summary.layers.length > 0 && <Funnel answer={answer} />}
      {summary.funnel.killed > 0 && <Phases answer={answer} />}
      <Protected answer={answer} />
      {summary.layers.length > 0 && <LayerWorth answer={answer} />}
    </>
  );
}

function Funnel({ answer: { summary } }: { readonly answer: Answer }): ReactElement {
  const { layers, funnel } = summary, named = layers.map((layer) => ({ ...layer, name: layerTitle(layer.name) }));
  const draw = useCallback((width: number, document: FigureDocument) => layerFunnelFigure(layers.map((layer) => ({ ...layer, name: layerTitle(layer.name) })), funnel.launched, width, COLOURS, document), [layers, funnel.launched]);
  return (
    <section className="block" aria-labelledby="layers-funnel">
      <h2 id="layers-funnel" className="label">What becomes of them at each layer</h2>
      <div className="layers-pair">
        <Figure draw={draw} name="layer-funnel" />
        <div className="wide-table" tabIndex={0} role="region" aria-label="Funnel of each layer, as a table">
          <table className="numbers needed-numbers" data-testid="layers-funnel-table">
            <thead><tr><th scope="col">Layer</th>{FUNNEL_WORDS.map(([step, words]) => <th key={step} scope="col">{words}</th>)}</tr></thead>
            <tbody>{named.map(({ name, funnel: steps }) => <tr key={name}><th scope="row">{name}</th>{FUNNEL_WORDS.map(([step]) => <td key={step} data-step={step}>{countOf(steps[step])}</td>)}</tr>)}</tbody>
          </table>
        </div>
      </div>
      <p className="term">In reach: it could still have been met after it was first seen. Each step down to stopped is a part of the one before; what was in reach was stopped here, ended otherwise (by another layer, or by itself) while this layer could still act, or passed on.</p>
    </section>
  );
}

function Phases({ answer: { summary } }: { readonly answer: Answer }): ReactElement {
  const { killsByPhase, funnel } = summary;
  const draw = useCallback((width: number, document: FigureDocument) => killPhaseFigure(killsByPhase, funnel.launched, width, COLOURS, document), [killsByPhase, funnel.launched]);
  return (
    <section className="block" aria-labelledby="layers-phases">
      <h2 id="layers-phases" className="label">When they are stopped</h2>
      <div className="layers-pair">
        <Figure draw={draw} name="kill-phases" />
        <table className="numbers needed-numbers layers-narrow" data-testid="layers-phases-table">
          <thead><tr><th scope="col">Part of the flight</th><th scope="col">Stopped</th></tr></thead>
          <tbody>{KILL_PHASES.map((phase) => <tr key={phase}><th scope="row">{PHASE_WORDS[phase]}</th><td data-phase={phase}>{countOf(killsByPhase[phase])}</td></tr>)}</tbody>
        </table>
      </div>
      <p className="term">Terminal: coming down below 120 km; of what flies in the air all the way, the last minute.</p>
    </section>
  );
}

function Protected({ answer: { summary } }: { readonly answer: Answer }): ReactElement {
  const { share, untouched, weighedBy } = summary.protection;
  return (
    <section className="block" aria-labelledby="layers-protected" data-testid="layers-protected">
      <h2 id="layers-protected" className="label">Who is protected</h2>
      <dl className="ranges">
        <div><dt>{weighedBy === 'population' ? 'Of the people aimed at' : 'Of the places aimed at'}</dt><dd>{shareEstimateText(share, summary.runs)}; by chance {protectedByChance(summary.protection)}</dd></div>
        <div><dt>Where nothing lands</dt><dd>{shareEstimateText(untouched, summary.runs)}</dd></div>
      </dl>
      <p className="term">{weighedBy === 'population' ? 'Each warhead counts with the people of the place that it is aimed at; no casualties are worked out.' : 'Nobody is counted at these places, so all warheads count alike.'}</p>
    </section>
  );
}
