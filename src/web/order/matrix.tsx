/** Origin by class of one threat set: words in every cell, colour beside them. */
import type { ReactElement } from 'react';
import { cellText, CLASS_NAMES } from '../../figures/words/compliance-words.js';
import type { MatrixCell } from '../../policy/compliance/compliance.js';

export function Matrix({ matrix, threatSet }: { readonly matrix: readonly MatrixCell[]; readonly threatSet: string }): ReactElement {
  const cells = matrix.filter((cell) => cell.threatSet === threatSet), classes = [...new Set(cells.map((cell) => cell.class))], tiers = [...new Set(cells.map(({ tier }) => tier))];
  return (
    <section className="block" aria-labelledby={`order-matrix-${threatSet}`}>
      <h2 id={`order-matrix-${threatSet}`} className="label">Share of the raid stopped, threat set {threatSet}</h2>
      <p className="term">A raid of each origin and class flown against this shield; how large each is stands in data/threat-sets and is a reading of public counts.</p>
      <div className="wide-table" tabIndex={0} role="region" aria-label={`Matrix of origin and class, ${threatSet}`}>
        <table className="numbers order-matrix" data-testid="order-matrix">
          <thead><tr><th scope="col">Origin</th>{classes.map((kind) => <th key={kind} scope="col">{CLASS_NAMES[kind] ?? kind}</th>)}</tr></thead>
          <tbody>{tiers.map((tier) => (
            <tr key={tier}>
              <th scope="row">{tier}</th>
              {classes.map((kind) => {
                const cell = cells.find((each) => each.tier === tier && each.class === kind);
                return cell === undefined ? <td key={kind}>not asked</td> : <td key={kind} data-verdict={cell.verdict} title={cell.why}>{cellText(cell)}<span className="term">{cell.raid === null ? '' : `${cell.raid.flown_count} flown`}</span></td>;
              })}
            </tr>
          ))}</tbody>
        </table>
      </div>
    </section>
  );
}
