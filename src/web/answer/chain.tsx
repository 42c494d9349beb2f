/** Where missiles, or warheads, are lost along the chain, and why those that got through did: means over all simulated attacks. */
import type { ReactElement } from 'react';
import { LEAK_CAUSES } from '../../engine/record/record.js';
import { toPlace } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import type { Answer } from '../state/session.js';
import { CAUSE_WORDS } from '../../figures/words/cause-words.js';

const MOST_CAUSES = 3;

export function Chain({ answer }: { readonly answer: Answer }): ReactElement {
  const { funnel, leakCauses } = answer.summary, noun = lethalNoun(answer.compiled.plan.attacks);
  const steps = [
    { name: funnel.prevented === undefined ? 'Launched' : 'Planned', term: '', value: funnel.launched },
    ...(funnel.prevented === undefined ? [] : [{ name: 'Prevented', term: 'before launch', value: funnel.prevented }, { name: 'Otherwise', term: 'non-kinetic', value: funnel.disrupted ?? 0 }]),
    { name: 'Seen', term: 'detected', value: funnel.detected },
    { name: 'Followed', term: 'tracked', value: funnel.tracked },
    { name: 'Shot at', term: 'engaged', value: funnel.shot },
    { name: 'Stopped', term: 'killed', value: funnel.killed },
    { name: 'Through', term: 'leaked', value: funnel.leaked },
  ];
  const causes = LEAK_CAUSES.map((cause) => ({ cause, count: leakCauses[cause] })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return (
    <section className="block" aria-labelledby="chain-title">
      <h2 id="chain-title" className="visually-hidden">From launch to the end, mean of all attacks</h2>
      <table className="chain">
        <thead><tr>{steps.map(({ name, term }) => <th key={name} scope="col">{name}{term === '' ? null : <span className="term">{term}</span>}</th>)}</tr></thead>
        <tbody><tr>{steps.map(({ name, value }) => <td key={name} data-step={name}>{toPlace(value, value >= 99.95 ? 0 : -1)}</td>)}</tr></tbody>
      </table>
      {causes.length > 0 && (
        <ul className="causes" aria-label={`Why ${noun}s got through`}>
          {causes.slice(0, MOST_CAUSES).map(({ cause, count }) => (
            <li key={cause}>
              <span className="cause-bar" style={{ width: `${Math.max(2, (72 * count) / Math.max(funnel.leaked, 1e-9))}px` }} aria-hidden="true" />
              <span className="cause-text">{CAUSE_WORDS[cause].plain} <span className="term">{CAUSE_WORDS[cause].term}</span></span>
              <span className="cause-count">{shareText(count / funnel.leaked)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A share of the leakers in whole per cent, without claiming all or none. */
function shareText(share: number): string {
  const percent = Math.round(share * 100);
  return percent < 1 ? '< 1 %' : percent > 99 ? '> 99 %' : `${percent} %`;
}
