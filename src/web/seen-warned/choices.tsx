/** The chapter's settings: whose sensors, which flight of the raid, and who is left out. */
import { useId, type ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { readable, titleOf } from '../answer/titles.js';
import type { Cast, FlightChoice, SystemChoice } from './messages.js';
import { YEARS, type Settings } from './settings.js';
import { choose, resetSettings, toggleOut } from './state.js';

export function Choices({ settings, cast }: { readonly settings: Settings; readonly cast: Cast | undefined }): ReactElement {
  const nations = [...new Set((cast?.systems ?? []).map(({ nation }) => nation))], isChanged = settings.year !== 'own' || settings.flight > 0 || settings.without.length > 0;
  return (
    <form className="needed-settings" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend className="label">Sensors of</legend>
        <div className="switch watched-years" role="group" aria-label="Sensors of which year">
          {YEARS.map(({ year, title }) => <button key={year} type="button" aria-pressed={settings.year === year} data-year={year} onClick={() => choose({ year })}>{title}</button>)}
        </div>
        <p className="term watched-note">{cast === undefined ? 'Sensors appear with the answer.' : `${countText(cast.systems.reduce((sum, { watchers_count }) => sum + watchers_count, 0))} satellites and sites of the public data${settings.year === 'own' ? ', as the scenario has them' : ` in service in ${settings.year}`}.`}</p>
      </fieldset>
      {cast !== undefined && <Flights cast={cast} chosen={settings.flight} />}
      {cast !== undefined && (
        <fieldset>
          <legend className="label">Left out</legend>
          <div className="watched-chips" role="group" aria-label="Nations left out">
            {nations.map((name) => <Out key={name} name={name} title={readable(name)} settings={settings} />)}
          </div>
          <div className="watched-chips" role="group" aria-label="Sensors left out">
            {cast.systems.map((system) => <System key={system.name} system={system} settings={settings} />)}
          </div>
        </fieldset>
      )}
      <button type="button" className="chip no-print" disabled={!isChanged} onClick={resetSettings}>Back to the start</button>
    </form>
  );
}

function Flights({ cast, chosen }: { readonly cast: Cast; readonly chosen: number }): ReactElement {
  const id = useId(), hasClasses = new Set(cast.flights.map(({ missile }) => missile)).size > 1;
  const words = ({ missile, from, to }: FlightChoice): string => `${hasClasses ? `${titleOf(missile)}: ` : ''}${titleOf(from)} to ${titleOf(to)}`;
  return (
    <fieldset>
      <legend className="label"><label htmlFor={id}>Flight followed</label></legend>
      <select id={id} className="slot watched-flight" value={Math.min(chosen, cast.flights.length - 1)} onChange={(event) => choose({ flight: Number(event.target.value) })}>
        {cast.flights.map((flight, index) => <option key={words(flight)} value={index}>{words(flight)}</option>)}
      </select>
      {!hasClasses && <p className="term watched-note">{titleOf(cast.flight.missile)}</p>}
    </fieldset>
  );
}

/** A system, and its single satellites behind a fold. */
function System({ system: { name, watchers_count, members }, settings }: { readonly system: SystemChoice; readonly settings: Settings }): ReactElement {
  const out = <Out name={name} title={`${readable(name)}${watchers_count > 1 ? ` (${countText(watchers_count)})` : ''}`} settings={settings} />;
  if (members.length === 0) return out;
  return (
    <>
      {out}
      <details className="watched-members no-print" open={members.some((member) => settings.without.includes(member)) ? true : undefined}>
        <summary>Single satellites of {readable(name)}</summary>
        <div className="watched-chips">{members.map((member) => <Out key={member} name={member} title={readable(member)} settings={settings} />)}</div>
      </details>
    </>
  );
}

function Out({ name, title, settings }: { readonly name: string; readonly title: string; readonly settings: Settings }): ReactElement {
  const isOut = settings.without.includes(name);
  return <button type="button" className="chip watched-out" aria-pressed={isOut} data-out={name} onClick={() => toggleOut(name)}>{title}<span className="visually-hidden">{isOut ? ', left out' : ''}</span></button>;
}
