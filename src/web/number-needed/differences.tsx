/** Why ours is not AEI's, and why flown is not closed form: factor by factor. */
import { useCallback, type ReactElement } from 'react';
import { neededFactors, type NeededFactor } from '../../figures/pictures/needed-factors.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { aboutText } from '../../figures/sentences/needed-sentence.js';
import { countText } from '../../figures/numbers.js';
import type { Difference, DifferenceStep } from '../../studies/number-needed/difference.js';
import { FactorsTable } from './factors-table.js';
import { Figure } from './figure.js';
import type { Known } from './state.js';
import type { Waterfall } from './waterfall.js';

export function Differences({ known }: { readonly known: Known }): ReactElement {
  const { waterfall, difference } = known;
  return (
    <section className="block" aria-labelledby="needed-differ">
      <h2 id="needed-differ" className="label">Why do they differ?</h2>
      {waterfall === undefined ? <p className="settling">Being worked out.</p> : waterfall.steps.length === 0 ? <p className="settling">With these settings nothing is in reach, so there is nothing to compare.</p> : <FromAei waterfall={waterfall} />}
      {difference !== undefined && difference.length > 1 && <FromClosedForm difference={difference} />}
    </section>
  );
}

function FromAei({ waterfall }: { readonly waterfall: Waterfall }): ReactElement {
  const { fromPerMissile, toPerMissile, steps, invalid } = waterfall;
  return (
    <>
      <h3>From AEI 2025 to ours, one inclination: {aboutText(Math.ceil(fromPerMissile))} to {aboutText(Math.ceil(toPerMissile))} for each missile</h3>
      <Factors from={{ name: 'AEI 2025', value: fromPerMissile }} to={{ name: 'ours', value: toPerMissile }} steps={steps} name="from-aei" write={wholeAbout} />
      <p className="term">Each bar is one assumption changed from AEI&apos;s to ours, averaged on the logarithm over all orders of changing them (Shapley), so the factors multiply to the whole. {invalid.length > 0 && <span title={invalid.map(({ changed, why }) => `${changed.join(', ')}: ${why}`).join('; ')}>Left out: {countText(invalid.length)} mixtures that cannot be, as with {invalid[0]?.changed.join(', ')} changed ({invalid[0]?.why}).</span>} The other published figures leave speed, delay, shots or inclination unsaid, so no such steps can be drawn from them.</p>
    </>
  );
}

const STEP_WORDS: Readonly<Record<DifferenceStep, string>> = {
  'spread-evenly': 'spread evenly', 'one-inclination': 'orbits of one inclination', 'straight-distance': 'exact distances',
  'where-the-boost-ends': 'met where the boost ends', 'whole-path': 'met anywhere on the way', 'floor-and-dead-time': 'above the floor', 'missiles-differ': 'missiles of a class differ',
};

/** Steps in the order in which they are taken; a step's share depends on those before it. */
function FromClosedForm({ difference }: { readonly difference: readonly Difference[] }): ReactElement | null {
  const known = difference.filter(({ absenteeRatio }) => absenteeRatio !== undefined);
  const first = known.find(({ step }) => step === 'one-inclination'), last = known.at(-1);
  if (first?.absenteeRatio === undefined || last?.absenteeRatio === undefined) return null;
  const after = known.slice(known.indexOf(first));
  const steps = after.slice(1).map(({ step, absenteeRatio = 1 }, index) => ({ title: STEP_WORDS[step], factor: absenteeRatio / (after[index]?.absenteeRatio ?? 1) }));
  return (
    <>
      <h3>From closed form to flown: {aboutText(first.absenteeRatio)} to {aboutText(last.absenteeRatio)} in orbit for each one in reach</h3>
      <Factors from={{ name: 'one inclination', value: first.absenteeRatio }} to={{ name: 'flown', value: last.absenteeRatio }} steps={steps} name="to-flown" />
      <p className="term">In this order. Before rounding to whole satellites in a regular pattern.</p>
    </>
  );
}

/** A constellation has no part of a satellite: as in the heading. */
const wholeAbout = (value: number): string => aboutText(Math.ceil(value));

interface End {
  readonly name: string;
  readonly value: number;
}

function Factors({ from, to, steps, name, write = aboutText }: { readonly from: End; readonly to: End; readonly steps: readonly NeededFactor[]; readonly name: string; readonly write?: (value: number) => string }): ReactElement {
  const draw = useCallback((width: number, document: FigureDocument) => neededFactors({ from, to, steps, width }, { end: 'var(--context)', more: 'var(--through)', fewer: 'var(--defence)' }, document), [from, to, steps]);
  return (
    <>
      <Figure draw={draw} name={name} />
      <FactorsTable from={from} to={to} steps={steps} name={name} write={write} />
    </>
  );
}
