/** How much of the day each part of the Earth is in view, as a map and as tables; and who holds the flight from launch to impact. */
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { WHOLE_EARTH } from '../../figures/maps/earth-map.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { SHARE_STEPS, shareMap } from '../../figures/maps/watch-map.js';
import { durationText, shareText } from '../../figures/words/watch-words.js';
import { fromSi } from '../../kernel/units.js';
import { phrase, readable, titleOf } from '../answer/titles.js';
import { Figure } from '../number-needed/figure.js';
import { useSession } from '../state/session.js';
import { MAP_COLOURS, outlinesOf, rowsOf, trackLines } from './ground.js';
import type { Coverage } from './messages.js';

const OUTLINE_DEG = 0.8;

export function CoverageDay({ coverage }: { readonly coverage: Coverage }): ReactElement {
  const catalogue = useSession((state) => state.catalogue), [isStereo, setStereo] = useState(false);
  const { shares, tracks, words, watch } = coverage, chosen = isStereo ? shares.stereo : shares.seen, howMany = isStereo ? 'two or more' : 'one or more';
  const rows = useMemo(() => rowsOf(shares.cells, chosen), [shares, chosen]), lines = useMemo(() => tracks.flatMap(trackLines), [tracks]);
  const draw = useCallback((width: number, document: FigureDocument) => {
    const ground = { width, view: WHOLE_EARTH, outlines: outlinesOf(catalogue, OUTLINE_DEG), colours: MAP_COLOURS, words: `Map: share of the day that each place is in view of ${howMany}. The table beside it has the shares by region.` };
    return shareMap(ground, rows, lines, [], document);
  }, [catalogue, rows, lines, howMany]);
  return (
    <section className="block" aria-labelledby="watched-cover">
      <h2 id="watched-cover" className="label">In view over a day</h2>
      <div className="watched-head">
        <p className="term">{phrase(words)}; a look every {significantText(watch.step_s)} s. In view: half of single looks or more would detect it. The line is the ground track of the flight.</p>
        <div className="switch no-print" role="group" aria-label="By how many">
          <button type="button" aria-pressed={!isStereo} onClick={() => setStereo(false)}>One or more</button>
          <button type="button" aria-pressed={isStereo} onClick={() => setStereo(true)}>Two or more</button>
        </div>
      </div>
      <Figure draw={draw} name="coverage" />
      <ul className="needed-legend" aria-label={`Share of the day in view of ${howMany}`}>
        {SHARE_STEPS.map((step) => <li key={step.words}><Swatch opacity={step.opacity} colour="var(--defence)" />{step.words}</li>)}
      </ul>
      <Regions coverage={coverage} />
      <Held coverage={coverage} />
      <Each coverage={coverage} />
    </section>
  );
}

export function Swatch({ opacity, colour }: { readonly opacity: number; readonly colour: string }): ReactElement {
  return <svg width="16" height="12" aria-hidden="true"><rect x="0.500" y="0.500" width="15" height="11" fill={colour} fillOpacity={opacity} stroke="var(--context)" /></svg>;
}

const km = (value_m: number | null | undefined): string => (value_m === null || value_m === undefined ? 'none' : `${significantText(fromSi(value_m, 'km'), 2)} km`);
const degrees = (angle_rad: number | null | undefined): string => (angle_rad === null || angle_rad === undefined ? 'none' : `${toPlace(fromSi(angle_rad, 'deg'), 0)}°`);
const gapText = (gap_s: number | undefined): string => (gap_s === undefined ? 'never seen' : gap_s === 0 ? 'none' : durationText(gap_s));

function Regions({ coverage: { regions, stereo } }: { readonly coverage: Coverage }): ReactElement {
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label="In view by region">
      <table className="numbers needed-numbers" data-testid="watched-regions">
        <thead><tr><th scope="col">Where</th><th scope="col">One or more</th><th scope="col">Two or more</th><th scope="col">Always</th><th scope="col">Never</th><th scope="col">Longest gap</th><th scope="col">Lines cross at</th><th scope="col">Stereo error, half</th><th scope="col">Nine in ten</th></tr></thead>
        <tbody>
          {regions.map(({ region, area, seen, stereo: two, always, never, gap }, r) => (
            <tr key={region} data-region={region}>
              <th scope="row">{titleOf(region).charAt(0).toUpperCase()}{titleOf(region).slice(1)} <span className="term">{region === 'Earth' ? '' : `${shareText(area)} of the Earth`}</span></th>
              <td>{shareText(seen)}</td><td>{shareText(two)}</td><td>{shareText(always)}</td><td>{shareText(never)}</td><td>{gapText(gap?.longest_s)}</td>
              <td>{degrees(stereo.regions[r]?.angle_rad)}</td><td>{km(stereo.regions[r]?.bound50_m)}</td><td>{km(stereo.regions[r]?.bound90_m)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Held({ coverage: { custody, watch } }: { readonly coverage: Coverage }): ReactElement | null {
  if (custody.length === 0) return null;
  return (
    <>
      <h3>Custody of the flight, launch to impact</h3>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Custody of the flight">
        <table className="numbers needed-numbers" data-testid="watched-custody">
          <thead><tr><th scope="col">Flight</th><th scope="col">Takes</th><th scope="col">Seen</th><th scope="col">By two</th><th scope="col">First seen</th><th scope="col">By two</th><th scope="col">Longest gap</th><th scope="col">Hand-overs</th><th scope="col">Reports after</th></tr></thead>
          <tbody>
            {custody.map((held) => (
              <tr key={`${held.attack} ${held.to}`}>
                <th scope="row">{titleOf(held.from)} to {titleOf(held.to)}</th><td>{durationText(held.flightTime_s)}</td><td>{shareText(held.seen.mean)}</td><td>{shareText(held.stereo.mean)}</td>
                <td>{held.firstSeen_s === null ? 'never' : durationText(held.firstSeen_s.median)}</td><td>{held.firstStereo_s === null ? 'never' : durationText(held.firstStereo_s.median)}</td>
                <td>{held.firstSeen_s === null ? '' : gapText(held.longestGap_s.mean)}</td><td>{toPlace(held.handOvers.mean, -1)}</td><td>{held.latency_s === null ? '' : durationText(held.latency_s)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="term">Shares of the flight, mean over {countText(watch.launches)} launches of the day. Stereo error: one standard deviation of a position at one moment from lines of sight alone (Cramér-Rao).</p>
    </>
  );
}

function Each({ coverage: { sensors } }: { readonly coverage: Coverage }): ReactElement {
  return (
    <details>
      <summary>What each sensor sees</summary>
      <div className="wide-table" tabIndex={0} role="region" aria-label="What each sensor sees">
        <table className="numbers needed-numbers">
          <thead><tr><th scope="col">Sensor</th><th scope="col">Kind</th><th scope="col">Nation</th><th scope="col">Satellites or sites</th><th scope="col">Each sees, of the Earth</th></tr></thead>
          <tbody>{sensors.map(({ name, kind, nation, watchers_count, each }) => <tr key={name}><th scope="row">{readable(name)}</th><td>{kind}</td><td>{readable(nation)}</td><td>{countText(watchers_count)}</td><td>{shareText(each)}</td></tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}
