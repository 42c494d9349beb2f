/** Where every number of the answer comes from, what others have published, and whose work the page stands on. */
import type { ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { useSession } from '../state/session.js';
import { NumberLedger } from './number-ledger.js';

export function SourcesView(): ReactElement {
  const numbers = useSession((state) => state.answer?.compiled.numbers);
  const catalogue = useSession((state) => state.catalogue);
  return (
    <div className="sources">
      <section>
        <h1>Sources</h1>
        <p>Cupola is at the fidelity of the open policy literature: point-mass flight, geometry, detection, and a chance that one shot kills. All numbers are public. Assumed ones have a dotted underline and a range.</p>
        {catalogue !== null && <p className="term">Version {catalogue.version}, engine {catalogue.engineVersion.slice(0, 12)}, data {catalogue.dataHash.slice(0, 12)}.</p>}
      </section>
      <Claims />
      <section>
        <h2>{numbers === undefined ? 'The numbers of this question' : `The ${countText(numbers.length)} numbers of this question`}</h2>
        {numbers === undefined ? <p>They appear with the answer.</p> : <NumberLedger numbers={numbers} />}
      </section>
      <section>
        <h2>Built with</h2>
        <p>The globe is drawn by CesiumJS (Apache-2.0); land and borders are Natural Earth, public domain, as packaged by world-atlas, and imply no opinion on any boundary. Nothing is fetched from elsewhere and nothing leaves this browser.</p>
        <p>Cupola is free software under Apache-2.0; its data are under CC BY 4.0.</p>
      </section>
    </div>
  );
}

function Claims(): ReactElement | null {
  const claims = useSession((state) => state.catalogue?.kinds.claims);
  if (claims === undefined) return null;
  return (
    <section>
      <h2>Published: interceptors in orbit per missile</h2>
      <ul className="claims">
        {Object.values(claims).flatMap((file) => (file.model !== 'interceptors-per-missile' ? [] : file.items.map((item) => {
          const card = item.interceptorsPerMissile;
          return (
            <li key={item.author + item.published}>
              <p><strong>{countText(card.value)}</strong> {item.author}, {item.published}. <cite>{item.work}</cite> <span className="term">{[card.standing ?? file.source?.standing, (card.seen ?? file.source?.seen) === 'primary' ? '' : 'not checked at the primary'].filter(Boolean).join(', ')}</span></p>
              <p>{item.caveat} {item.comparability}</p>
            </li>
          );
        })))}
      </ul>
    </section>
  );
}
