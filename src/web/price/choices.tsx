/** The chapter's settings: whose prices of satellites, when service begins, whether what stands is bought again. */
import { useId, type ReactElement } from 'react';
import { DEFAULT_COST_PRESET } from '../../policy/cost/scenario-cost.js';
import { COST_SCHEDULE } from '../../scenario/cards/cost-quantities.js';
import { isInRange } from '../../scenario/cards/quantity.js';
import type { Priced } from './messages.js';
import { START, type Settings } from './settings.js';
import { choose, resetSettings } from './state.js';

export function Choices({ settings, priced }: { readonly settings: Settings; readonly priced: Priced | null }): ReactElement {
  const id = useId(), isChanged = JSON.stringify(settings) !== JSON.stringify(START), schedule = priced?.cost.schedule;
  return (
    <form className="needed-settings" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend className="label"><label htmlFor={id}>Satellites priced after</label></legend>
        <select id={id} className="slot price-preset" value={settings.preset === '' ? DEFAULT_COST_PRESET : settings.preset} onChange={(event) => choose({ preset: event.target.value === DEFAULT_COST_PRESET ? '' : event.target.value })}>
          {(priced?.presets ?? [[DEFAULT_COST_PRESET, 'Cupola 2026'] as const]).map(([name, title]) => <option key={name} value={name}>{title}</option>)}
        </select>
        <p className="term">Everything else by cards of its own.</p>
      </fieldset>
      <fieldset>
        <legend className="label">When money is spent</legend>
        <YearField title="First year of service" unit="FY" chosen={settings.serviceFrom ?? schedule?.serviceFrom ?? 0} quantity={COST_SCHEDULE.serviceFrom} onChoose={(serviceFrom) => choose({ serviceFrom })} />
        <YearField title="Years of building before" unit="y" chosen={settings.build_y ?? schedule?.build_y ?? 0} quantity={COST_SCHEDULE.build_y} onChoose={(build_y) => choose({ build_y })} />
        <p className="term">Assumed: no schedule of this shield is public.</p>
      </fieldset>
      <fieldset>
        <legend className="label">What stands today</legend>
        <label className="price-check"><input type="checkbox" checked={settings.asNew} onChange={(event) => choose({ asNew: event.target.checked })} /> priced as though it had to be bought</label>
      </fieldset>
      <button type="button" className="chip no-print" disabled={!isChanged} onClick={resetSettings}>Back to the start</button>
      <p className="term">The shield is the one of the question: change it there or in its own chapters.</p>
    </form>
  );
}

interface YearProps {
  readonly title: string;
  readonly unit: string;
  readonly chosen: number;
  readonly quantity: (typeof COST_SCHEDULE)[keyof typeof COST_SCHEDULE];
  readonly onChoose: (value: number) => void;
}

/** Takes what is typed once it is a value; anything else stays in the field, marked. */
function YearField({ title, unit, chosen, quantity, onChoose }: YearProps): ReactElement {
  const id = useId();
  return (
    <div className="needed-setting">
      <label htmlFor={id}>{title}</label>
      <span className="needed-typed">
        <input id={id} key={chosen} className="slot" inputMode="numeric" defaultValue={chosen === 0 ? '' : chosen} onChange={(event) => {
          const value = Number(event.target.value), isValid = event.target.value.trim() !== '' && isInRange(value, quantity);
          event.target.setAttribute('aria-invalid', String(!isValid));
          if (isValid && value !== chosen && (quantity.max < 1000 || event.target.value.length === 4)) onChoose(value);
        }} />
        <span className="needed-unit">{unit}</span>
      </span>
    </div>
  );
}
