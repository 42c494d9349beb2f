/** The story of one missile beside the picture; Esc closes it and gives the focus back. */
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { FateMark } from '../answer/marks.js';
import { phrase } from '../answer/titles.js';
import { clockText } from '../../figures/words/time-words.js';
import { pause, seek } from '../state/playback.js';
import { closePanels, useSession } from '../state/session.js';
import { tellStory, type Story } from './tell.js';
import { WhatWouldHave } from './what-would-have.js';

export function StoryPanel(): ReactElement | null {
  const replay = useSession((state) => state.replay);
  const key = useSession((state) => state.story);
  const story = useMemo(() => (replay === null || key === '' ? null : tellStory(replay, key)), [replay, key]);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  const isOpen = story !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    opener.current = document.activeElement;
    heading.current?.focus();
    return () => { if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus(); };
  }, [isOpen]);
  if (story === null) return null;
  return (
    <section className="panel" aria-labelledby="story-title" data-testid="story" data-missile={story.missile.key}>
      <header className="panel-head">
        <h2 id="story-title" ref={heading} tabIndex={-1}><FateMark fate={story.missile.fate} />{story.title}</h2>
        <button type="button" className="quiet" onClick={closePanels} aria-label="Close the story">Close</button>
      </header>
      <div className="panel-body" tabIndex={0} role="region" aria-label="Story">
        <Cause story={story} />
        {story.missile.fate === 'leaked' && <WhatWouldHave missile={story.missile.key} />}
        <ol className="steps">
          {story.steps.map((step, i) => (
            <li key={i}>
              <StepTime t_s={step.t_s} />
              <p><strong>{step.title}.</strong> {step.text}</p>
            </li>
          ))}
        </ol>
        <Decisions story={story} />
        <Events story={story} />
      </div>
    </section>
  );
}

function Cause({ story }: { readonly story: Story }): ReactElement {
  if (story.cause === null) return <p className="cause-box" data-fate={story.missile.fate}>{story.outcome}</p>;
  const { plain, term, link, margin } = story.cause;
  return (
    <div className="cause-box" data-fate="leaked" data-cause={story.missile.cause}>
      <p><strong>{plain}</strong> <span className="term">{term}</span></p>
      <p>{link}</p>
      {margin !== '' && <p className="margin">{margin}</p>}
    </div>
  );
}

function StepTime({ t_s }: { readonly t_s: number | null }): ReactElement {
  if (t_s === null) return <span className="step-time" />;
  return <button type="button" className="link step-time" onClick={() => { pause(); seek(t_s); }} aria-label={`Show ${clockText(t_s)} in the picture`}>{clockText(t_s)}</button>;
}

function Decisions({ story }: { readonly story: Story }): ReactElement | null {
  if (story.decisions.length === 0) return null;
  return (
    <details>
      <summary>Every decision about it ({story.decisions.length})</summary>
      <table>
        <thead><tr><th scope="col">Time</th><th scope="col">Chosen</th><th scope="col">Why</th><th scope="col">Others</th></tr></thead>
        <tbody>
          {story.decisions.map((decision, i) => (
            <tr key={i}>
              <td>{clockText(decision.t_s)}</td>
              <td>{decision.shooter === '' ? 'nobody' : phrase(decision.shooter)}{decision.kill_prob === undefined ? null : <span className="term"> {Math.round(100 * decision.kill_prob)} % to kill</span>}</td>
              <td>{decision.reason}</td>
              <td>{decision.alternatives.length === 0 ? 'none' : decision.alternatives.map((other) => `${phrase(other.shooter)} (${clockText(other.intercept_s)}): ${other.reason}`).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Events({ story }: { readonly story: Story }): ReactElement {
  return (
    <details open>
      <summary>Every event ({story.events.length})</summary>
      <table data-testid="events">
        <thead><tr><th scope="col">Time</th><th scope="col">Event</th><th scope="col">By</th><th scope="col">What happened</th></tr></thead>
        <tbody>
          {story.events.map((event, i) => <tr key={i}><td>{clockText(event.t_s)}</td><td>{event.kind}</td><td>{phrase(event.by === '' ? event.layer : event.by)}</td><td>{phrase(event.text)}</td></tr>)}
        </tbody>
      </table>
    </details>
  );
}
