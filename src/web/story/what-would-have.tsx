/** In the story of a missile that got through: the smallest change of the shield that would have stopped it, looked for when the reader asks. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { changeSentence, fromToText, luckWords } from '../../figures/sentences/change-sentence.js';
import { countText, significantText } from '../../figures/numbers.js';
import type { ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import { phrase } from '../answer/titles.js';
import { findChange } from '../engine/client.js';
import { useSession } from '../state/session.js';

type State = { readonly kind: 'idle' } | { readonly kind: 'working' } | { readonly kind: 'known'; readonly answer: ChangeAnswer } | { readonly kind: 'failed'; readonly message: string };
const MOST_OTHERS = 4;
/** Names of the catalogue also where they stand in brackets. */
const named = (text: string): string => phrase(text.replace(/\(([^()]+)\)/g, (_, inner: string) => `(${phrase(inner)})`));

export function WhatWouldHave({ missile }: { readonly missile: string }): ReactElement | null {
  const compiled = useSession((state) => state.answer?.compiled), seed = useSession((state) => state.replay?.seed), run = useSession((state) => state.replay?.run);
  const [state, setState] = useState<State>({ kind: 'idle' }), asked = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    setState({ kind: 'idle' });
    // Another missile, another attack, or the story is closed: nobody waits any more.
    return () => asked.current?.abort();
  }, [missile, compiled, seed, run]);
  if (compiled === undefined || seed === undefined || run === undefined) return null;
  const ask = (): void => {
    const controller = new AbortController();
    asked.current = controller;
    setState({ kind: 'working' });
    findChange(compiled, { seed, run, key: missile }, controller.signal).then(
      (answer) => {
        if (asked.current === controller) asked.current = undefined;
        if (!controller.signal.aborted) setState({ kind: 'known', answer });
      },
      (error: unknown) => { if (!controller.signal.aborted) setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }); },
    );
  };
  const cancel = (): void => {
    asked.current?.abort();
    setState({ kind: 'idle' });
  };
  return (
    <div className="change-box" data-testid="change" data-state={state.kind}>
      {state.kind === 'known' ? <Answered answer={state.answer} /> : state.kind === 'working'
        ? <p role="status"><span className="change-spinner" aria-hidden="true" />Running this attack again with one thing changed at a time. <button type="button" className="quiet small" onClick={cancel}>Cancel</button></p>
        : <p><button type="button" className="quiet" onClick={ask}>What would have stopped it?</button>{state.kind === 'failed' && <span role="alert"> {state.message}</span>}</p>}
    </div>
  );
}

function Answered({ answer }: { readonly answer: ChangeAnswer }): ReactElement {
  const { change, others, luck, tried, reruns } = answer;
  return (
    <>
      <p role="status" data-testid="change-sentence"><strong>{named(changeSentence(answer))}</strong></p>
      {change !== null && luck.length > 0 && <p>Nor was luck kind: {named(luckWords(answer))}.</p>}
      <details>
        <summary>How that is known{others.length > 0 ? `, and ${countText(others.length)} other ${others.length === 1 ? 'change' : 'changes'}` : ''}</summary>
        <p className="term">{countText(tried)} numbers of the shield were moved one at a time and the attack run again {countText(reruns)} times at the same luck. The smallest moves its number by the smallest share.</p>
        {change !== null && (
          <table data-testid="change-table">
            <thead><tr><th scope="col">Change</th><th scope="col">Values</th><th scope="col">Share</th></tr></thead>
            <tbody>{[change, ...others].slice(0, 1 + MOST_OTHERS).map((each) => <tr key={each.path}><td>{named(each.what)} <span className="term">{each.path}</span></td><td>{fromToText(each)}</td><td>{significantText(100 * each.share, 2)} %</td></tr>)}</tbody>
          </table>
        )}
      </details>
    </>
  );
}
