/** What each layer prevents, shared out so that it adds up: all sets of layers are simulated when the reader asks. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { LAYER_VALUE_HEADS, layerValueRows, layerValuesSentence } from '../../figures/words/layer-value-words.js';
import { countText } from '../../figures/numbers.js';
import { layersOf, MOST_LAYERS, studyLayers, type LayerValues } from '../../studies/layer-values/layer-values.js';
import { hireBackground } from '../engine/client.js';
import { phrase } from '../answer/titles.js';
import type { Answer } from '../state/session.js';

const RUNS = 200;

type State = { readonly kind: 'idle' } | { readonly kind: 'working'; readonly share: number } | { readonly kind: 'known'; readonly values: LayerValues } | { readonly kind: 'failed'; readonly message: string };

export function LayerWorth({ answer: { compiled, summary } }: { readonly answer: Answer }): ReactElement {
  const [state, setState] = useState<State>({ kind: 'idle' }), stop = useRef<() => void>(() => undefined);
  const { planHash, plan } = compiled, { seed } = summary, count = layersOf(plan).length;
  // Another question: what was being worked out, or was known, is of the one before.
  useEffect(() => {
    setState({ kind: 'idle' });
    return () => stop.current();
  }, [planHash, seed]);
  const ask = (): void => {
    const { executor, dismiss } = hireBackground(plan);
    let isOver = false;
    const end = (next: State): void => {
      if (isOver) return;
      isOver = true;
      dismiss();
      setState(next);
    };
    stop.current = () => end({ kind: 'idle' });
    setState({ kind: 'working', share: 0 });
    studyLayers(compiled, { runs: RUNS, seed }, executor, (done, total) => { if (!isOver) setState({ kind: 'working', share: done / total }); })
      .then((values) => end({ kind: 'known', values }), (error: unknown) => end({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }));
  };
  return (
    <section className="block" aria-labelledby="layers-worth" data-testid="layers-worth" data-state={state.kind}>
      <h2 id="layers-worth" className="label">What each layer is worth</h2>
      {count > MOST_LAYERS
        ? <p className="term">This shield has {countText(count)} layers; all sets of them are run for at most {MOST_LAYERS}.</p>
        : state.kind === 'known' ? <Values values={state.values} /> : (
          <p className="layers-ask" role="status">
            {state.kind === 'working'
              ? <><progress max={1} value={state.share} aria-label="Sets of layers simulated" /> Simulating {countText(RUNS)} attacks on each of {countText(2 ** count)} sets of layers. <button type="button" className="quiet" onClick={() => stop.current()}>Cancel</button></>
              : <><button type="button" className="quiet" onClick={ask}>Share out what the layers prevent</button> {state.kind === 'failed' ? state.message : `${countText(2 ** count)} sets of layers, ${countText(RUNS)} attacks each, at the same luck.`}</>}
          </p>
        )}
      <p className="term">Layers stand in for one another, so what one stops alone and what would get through without it do not add up. Its part (its Shapley value) is the mean, over all orders of adding the layers, of what it prevents when it is added; the parts do add up.</p>
    </section>
  );
}

function Values({ values }: { readonly values: LayerValues }): ReactElement {
  const [head, ...heads] = LAYER_VALUE_HEADS;
  return (
    <>
      <p role="status">{layerValuesSentence(values)}</p>
      <div className="wide-table" tabIndex={0} role="region" aria-label="What each layer prevents">
        <table className="numbers needed-numbers layers-narrow" data-testid="layers-worth-table">
          <thead><tr><th scope="col">{head}</th>{heads.map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
          <tbody>{layerValueRows(values).map(([name, ...cells]) => <tr key={name}><th scope="row">{phrase(name ?? '')}</th>{cells.map((cell, i) => <td key={heads[i]}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
