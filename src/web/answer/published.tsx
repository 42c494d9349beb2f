/** What others have published on the same question, each with its author and how we know it. Never a ranking. */
import type { ReactElement } from 'react';
import { countText, significantText } from '../../figures/numbers.js';
import { orbitInterceptorsPerMissile } from '../../scenario/plan/shield-counts.js';
import { useSession, type Answer } from '../state/session.js';

/** One line of the first screen; the chapter *Number needed* has all of them. */
const MOST_SHOWN = 3;

export function Published({ answer }: { readonly answer: Answer }): ReactElement | null {
  const claims = useSession((state) => state.catalogue?.kinds.claims);
  const items = Object.values(claims ?? {}).flatMap((file) => (file.model === 'interceptors-per-missile' ? file.items.map((item) => ({ ...item, shared: file.source })) : [])).slice(0, MOST_SHOWN);
  if (items.length === 0) return null;
  const perMissile = orbitInterceptorsPerMissile(answer.compiled.plan);
  return (
    <section className="block" aria-labelledby="published-title">
      <div className="published-head">
        <h2 id="published-title" className="label">Published: interceptors in orbit per missile</h2>
        {perMissile > 0 && <p className="term">here {significantText(perMissile, 3)}</p>}
      </div>
      <ul className="published">
        {items.map((item) => {
          const card = item.interceptorsPerMissile;
          const standing = card.standing ?? item.shared?.standing ?? '', seen = card.seen ?? item.shared?.seen ?? '';
          return (
            <li key={item.author + item.published} title={`${item.work}. ${item.caveat} ${item.comparability}`}>
              <span className="published-value">{countText(card.value)}</span>
              <span className="published-author">{item.author} {item.published.slice(0, 4)}</span>
              <span className="term">{[standing, seen].filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
