/** Warning left at each defended city when an attack by the missile that is followed, from the same place, is confirmed. */
import { useCallback, useMemo, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { countText } from '../../figures/numbers.js';
import { labelled, viewOf } from '../../figures/maps/warn-map.js';
import { LEFT_STEPS, leftMap } from '../../figures/maps/watch-map.js';
import { durationText } from '../../figures/words/watch-words.js';
import { fromSi } from '../../kernel/units.js';
import type { WarnAnswer } from '../../studies/warn/plan-warn.js';
import { titleOf } from '../answer/titles.js';
import { Figure } from '../number-needed/figure.js';
import { useSession } from '../state/session.js';
import { MAP_COLOURS, outlinesOf } from './ground.js';

/** Rows that are shown without asking. */
const SHOWN = 8;
const OUTLINE_DEG = 0.2;

export function CitiesWarned({ cities }: { readonly cities: WarnAnswer }): ReactElement {
  const catalogue = useSession((state) => state.catalogue), { targets, lead, launches, outOfRange } = cities;
  const dots = useMemo(() => targets.map(({ target, least }) => ({ name: titleOf(target.name), lat_deg: fromSi(target.lat_rad, 'deg'), lon_deg: fromSi(target.lon_rad, 'deg'), left_min: least === null ? null : fromSi(least.left_s, 'min') })), [targets]);
  const draw = useCallback((width: number, document: FigureDocument) => {
    const view = viewOf(dots), named = labelled(dots, view);
    return leftMap({ width, view, outlines: outlinesOf(catalogue, OUTLINE_DEG), colours: MAP_COLOURS, words: 'Map: minutes of warning left at each city. The table beside it has the same, least warned first.' }, dots, width < 560 ? named.filter((_, i) => i % 3 === 0) : named, document);
  }, [catalogue, dots]);
  return (
    <section className="block" aria-labelledby="watched-cities">
      <h2 id="watched-cities" className="label">Warning left at each city</h2>
      <p className="term">From confirmation by infrared and radar to impact, in minutes: the middle of {countText(launches)} launches of {titleOf(lead.flight.missile)} from {titleOf(lead.flight.from.name)}.{outOfRange > 0 ? ` ${countText(outOfRange)} cities are out of its range.` : ''}</p>
      <Figure draw={draw} name="cities" />
      <ul className="needed-legend" aria-label="Warning left">
        {LEFT_STEPS.map(({ words, opacity }) => <li key={words}><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="5" fill="var(--attack)" fillOpacity={opacity} stroke="var(--attack)" /></svg>{words}</li>)}
        <li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="5" fill="none" stroke="var(--through)" strokeWidth="2" /></svg>never confirmed</li>
      </ul>
      <Rows cities={cities} from={0} to={SHOWN} />
      {targets.length > SHOWN && <details><summary>All {countText(targets.length)} cities</summary><Rows cities={cities} from={SHOWN} to={targets.length} /></details>}
    </section>
  );
}

function Rows({ cities: { targets }, from, to }: { readonly cities: WarnAnswer; readonly from: number; readonly to: number }): ReactElement {
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={from === 0 ? 'Cities, least warned first' : 'The other cities'}>
      <table className="numbers needed-numbers" data-testid={from === 0 ? 'watched-cities' : undefined}>
        <thead><tr><th scope="col">City, least warned first</th><th scope="col">Left when confirmed</th><th scope="col">Left since first report</th><th scope="col">Flight</th></tr></thead>
        <tbody>
          {targets.slice(from, to).map(({ target, least, leftSinceFirst_s }) => (
            <tr key={target.name}>
              <th scope="row">{titleOf(target.name)}</th><td>{least === null ? 'never confirmed' : durationText(least.left_s)}</td>
              <td>{leftSinceFirst_s.median_s === null ? 'never reported' : durationText(leftSinceFirst_s.median_s)}</td><td>{least === null ? '' : durationText(least.flightTime_s)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
