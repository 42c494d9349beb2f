/** The choice of another attack: raids of the catalogue against this shield, or a numbered scenario with its own. */
import type { ReactElement } from 'react';
import type { Catalogue } from '../../scenario/catalogue.js';
import { chooseAttack } from '../state/conduct.js';
import { useSession } from '../state/session.js';
import { inSentence, raidOptions, scenarioOptions } from './raids.js';

const RAID = 'raid ', SCENARIO = 'scenario ';

function choose(value: string, catalogue: Catalogue): void {
  if (value.startsWith(RAID)) chooseAttack({ raid: value.slice(RAID.length) });
  const scenario = value.startsWith(SCENARIO) ? value.slice(SCENARIO.length) : '';
  if (scenario !== '') chooseAttack(scenario === scenarioOptions(catalogue)[0]?.value ? {} : { scenario });
}

/** A quiet menu: to the eye it says what it is for, for the question says what has been chosen; the list behind it knows both. */
export function AnotherAttack(): ReactElement | null {
  const catalogue = useSession((state) => state.catalogue);
  const raid = useSession((state) => state.edits.raid);
  const scenario = useSession((state) => state.edits.scenario);
  if (catalogue === null) return null;
  const value = raid === undefined ? SCENARIO + (scenario ?? scenarioOptions(catalogue)[0]?.value ?? '') : RAID + raid;
  const isKnown = raid === undefined ? scenarioOptions(catalogue).some((option) => SCENARIO + option.value === value) : catalogue.kinds.raids[raid] !== undefined;
  return (
    <span className="another no-print">
      <span className="view-button" aria-hidden="true">Another attack…</span>
      <select aria-label="Another attack" value={value} onChange={(event) => choose(event.target.value, catalogue)}>
        {!isKnown && <option value={value}>{raid ?? scenario}</option>}
        <Choices catalogue={catalogue} write={(title) => title} />
      </select>
    </span>
  );
}

/** The raid that stands in the question, as a slot of its sentence. */
export function RaidSlot({ raid }: { readonly raid: string }): ReactElement {
  const catalogue = useSession((state) => state.catalogue);
  const title = inSentence(catalogue?.kinds.raids[raid]?.title ?? raid);
  return (
    <span className="choice">
      <span className="choice-size" aria-hidden="true">{title}</span>
      <select className="slot" aria-label="Raid" value={RAID + raid} disabled={catalogue === null} onChange={(event) => { if (catalogue !== null) choose(event.target.value, catalogue); }}>
        {catalogue?.kinds.raids[raid] === undefined && <option value={RAID + raid}>{raid}</option>}
        {catalogue !== null && <Choices catalogue={catalogue} write={inSentence} />}
      </select>
    </span>
  );
}

function Choices({ catalogue, write }: { readonly catalogue: Catalogue; readonly write: (title: string) => string }): ReactElement {
  return (
    <>
      <optgroup label="Raids, against this shield">
        {raidOptions(catalogue).map(({ value, title }) => <option key={value} value={RAID + value}>{write(title)}</option>)}
      </optgroup>
      <optgroup label="Numbered scenarios, with their own shield">
        {scenarioOptions(catalogue).map(({ value, title }) => <option key={value} value={SCENARIO + value}>{write(title)}</option>)}
      </optgroup>
    </>
  );
}
