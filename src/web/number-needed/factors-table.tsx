/** The same numbers as a waterfall's picture, for those who read rather than look: each factor, and what it brings the number to. */
import type { ReactElement } from 'react';
import { aboutText } from '../../figures/sentences/needed-sentence.js';
import { significantText } from '../../figures/numbers.js';
import type { NeededFactor } from '../../figures/pictures/needed-factors.js';

interface End {
  readonly name: string;
  readonly value: number;
}

export function FactorsTable({ from, to, steps, name, write = aboutText }: { readonly from: End; readonly to: End; readonly steps: readonly NeededFactor[]; readonly name: string; readonly write?: (value: number) => string }): ReactElement {
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={`From ${from.name} to ${to.name}, factor by factor`}>
      <table className="numbers needed-numbers needed-factors" data-table={name}>
        <thead><tr><th scope="col">Assumption</th><th scope="col">Factor</th><th scope="col">Brings it to</th></tr></thead>
        <tbody>
          <tr><th scope="row">{from.name}</th><td colSpan={2}>{write(from.value)}</td></tr>
          {steps.map(({ title, factor }, index) => <tr key={title}><th scope="row">{title}</th><td>× {significantText(factor, 3)}</td><td>{write(broughtTo(from, steps, index))}</td></tr>)}
          <tr><th scope="row">{to.name}</th><td colSpan={2}>{write(to.value)}</td></tr>
        </tbody>
      </table>
    </div>
  );
}

function broughtTo({ value }: End, steps: readonly NeededFactor[], index: number): number {
  return steps.slice(0, index + 1).reduce((product, { factor }) => product * factor, value);
}
