/** Switch, legend and table of the footprint layer. */
import type { ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { fromSi } from '../../kernel/units.js';
import { shortName, titleOf } from '../answer/titles.js';
import { dashOf, kindsOf } from './footprint-drawing.js';
import { switchFootprints, useFootprints } from './footprints.js';

const THREE = 3;

export function FootprintSwitch(): ReactElement {
  const isOn = useFootprints((state) => state.isOn);
  return (
    <div className="coverage-switch no-print">
      <span className="term" id="footprint-switch">Defended from the ground</span>
      <div className="switch" role="group" aria-labelledby="footprint-switch">
        {[false, true].map((on) => <button key={String(on)} type="button" aria-pressed={on === isOn} data-footprints={on ? 'on' : 'off'} onClick={() => switchFootprints(on)}>{on ? 'On' : 'Off'}</button>)}
      </div>
    </div>
  );
}

export function FootprintLegend(): ReactElement | null {
  const { isOn, rows } = useFootprints();
  if (!isOn || rows.length === 0) return null;
  return (
    <ul className="legend footprint-legend" aria-label="Edges of footprints">
      {kindsOf(rows).map((kind, i) => (
        <li key={kind}>
          <svg width="26" height="12" aria-hidden="true"><rect x="1" y="1" width="24" height="10" fill="var(--defence)" fillOpacity="0.130" stroke="var(--defence)" strokeWidth="1.500" strokeDasharray={dashOf(i).join(' ')} /></svg>
          {shortName(kind)}
        </li>
      ))}
      <li>aimed here, a missile meets one shot or more</li>
    </ul>
  );
}

export function FootprintTable(): ReactElement | null {
  const { isOn, rows, done, total, left, problem } = useFootprints();
  if (!isOn) return null;
  const isReady = total > 0 && done === total, isAgainstOne = new Set(rows.map(({ missile, from }) => `${missile} ${from}`)).size < 2, [first] = rows;
  const state = problem !== '' ? `Footprints could not be worked out: ${problem}` : total === 0 && done === 0 && rows.length === 0 ? 'Working out what is defended' : isReady ? '' : `Worked out ${done} of ${total}`;
  return (
    <section className="footprint-table" aria-label="What ground batteries defend" data-footprint-state={problem !== '' ? 'failed' : isReady ? 'ready' : 'working'} tabIndex={0}>
      {state !== '' && <p className="term" role="status">{state}</p>}
      {rows.length > 0 && (
        <table>
          {isAgainstOne && first !== undefined && <caption>Where the battery gets a shot at a {titleOf(first.missile)} from {titleOf(first.from)}</caption>}
          <thead><tr><th scope="col">Battery</th>{!isAgainstOne && <th scope="col">Against</th>}<th scope="col" className="number">Area, km²</th><th scope="col" className="number">People in cities</th><th scope="col" className="number">Cities inside</th><th scope="col" className="number">Farthest, km</th></tr></thead>
          <tbody>
            {rows.map(({ key, interceptor, site, missile, from, area_m2, isCut, people_count, inside_count, cities_count, farthest_m }) => (
              <tr key={key}>
                <th scope="row">{shortName(interceptor)} at {titleOf(site)}</th>
                {!isAgainstOne && <td>{titleOf(missile)} from {titleOf(from)}</td>}
                <td className="number">{area_m2 > 0 ? `${isCut ? 'over ' : ''}${countText(Number((area_m2 / 1e6).toPrecision(THREE)))}` : 'none'}</td>
                <td className="number">{countText(people_count)}</td>
                <td className="number">{inside_count} of {cities_count}</td>
                <td className="number">{farthest_m > 0 ? countText(Number(fromSi(farthest_m, 'km').toPrecision(THREE))) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isReady && <p className="term">One missile by itself, launchers full, allowed to fire as early as the sensors and rules make possible; a raid leaves less. Public estimates of interceptors.{left > 0 ? ` ${countText(left)} more pairs of battery and attack: cupola footprint.` : ''}</p>}
    </section>
  );
}
