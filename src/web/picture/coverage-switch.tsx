/** The switch of the coverage layer, and what its shades mean. */
import type { ReactElement } from 'react';
import { SHARE_STEPS } from '../../figures/maps/watch-map.js';
import { phrase } from '../answer/titles.js';
import { NOW_OPACITY } from './coverage-cells.js';
import { chooseCoverage, useCoverage, type CoverageLayer } from './coverage.js';

const KINDS: readonly { readonly chosen: CoverageLayer['chosen']; readonly title: string }[] = [{ chosen: 'off', title: 'Off' }, { chosen: 'now', title: 'Now' }, { chosen: 'day', title: 'Over a day' }];

export function CoverageSwitch(): ReactElement {
  const now = useCoverage((state) => state.chosen);
  return (
    <div className="coverage-switch no-print">
      <span className="term" id="coverage-switch">In view of sensors</span>
      <div className="switch" role="group" aria-labelledby="coverage-switch">
        {KINDS.map(({ chosen, title }) => <button key={chosen} type="button" aria-pressed={chosen === now} data-coverage={chosen} onClick={() => chooseCoverage(chosen)}>{title}</button>)}
      </div>
    </div>
  );
}

export function CoverageLegend(): ReactElement | null {
  const { chosen, shades, words } = useCoverage();
  if (chosen === 'off') return null;
  return (
    <ul className="legend coverage-legend" aria-label="Shades of coverage" data-shown={shades?.kind ?? ''}>
      <li>{shades === null ? (words === '' ? 'Working out who sees what' : `No coverage: ${words}`) : `${phrase(words)} is in view of`}</li>
      {shades?.kind === 'now' && ['none', 'one', 'two or more'].map((text, step) => <li key={text}><Shade opacity={NOW_OPACITY[step] ?? 0} isHatched={step === 1} />{text}</li>)}
      {shades?.kind === 'day' && SHARE_STEPS.map(({ words: text, opacity }) => <li key={text}><Shade opacity={opacity} isHatched={false} />{text}</li>)}
      {shades?.kind === 'day' && <li>of a day by one or more</li>}
    </ul>
  );
}

function Shade({ opacity, isHatched }: { readonly opacity: number; readonly isHatched: boolean }): ReactElement {
  return (
    <svg width="16" height="12" aria-hidden="true">
      <rect x="0.500" y="0.500" width="15" height="11" fill="var(--defence)" fillOpacity={opacity} stroke="var(--context)" />
      {isHatched && <path d="M1 11L11 1M6 11L15 2M1 6L6 1M11 11L15 7" stroke="var(--defence)" strokeOpacity="0.600" strokeWidth="1.500" />}
    </svg>
  );
}
