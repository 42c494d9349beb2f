/** What others have published for one missile beside ours, each with its assumptions and its caveat; never a ranking. */
import { useCallback, useMemo, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { neededStrip, type NeededStripRow } from '../../figures/pictures/needed-strip.js';
import { countText, toPlace } from '../../figures/numbers.js';
import type { PerMissileFile } from '../../scenario/cards/claim-file.js';
import { AEI_SHELL, sizeShell } from '../../studies/number-needed/size-shell.js';
import { useSession } from '../state/session.js';
import { delayFor, type ClosedAnswers } from './closed.js';
import { Figure } from './figure.js';
import type { Inputs } from './inputs.js';
import type { Known } from './state.js';

type Claim = PerMissileFile['items'][number];

export function PublishedNumbers({ inputs, closed, known }: { readonly inputs: Inputs; readonly closed: ClosedAnswers; readonly known: Known }): ReactElement | null {
  const claims = useSession((state) => state.catalogue?.kinds.claims);
  const files = useMemo(() => Object.values(claims ?? {}).filter((file): file is PerMissileFile => file.model === 'interceptors-per-missile'), [claims]);
  const items = useMemo(() => files.flatMap((file) => file.items.map((item) => ({ ...item, shared: file.source }))), [files]);
  const { salvo } = inputs, { flown } = known;
  const rows = useMemo((): NeededStripRow[] => [
    ...items.map((item) => ({ name: nameOf(item), perMissile: item.interceptorsPerMissile.value, isOurs: false })),
    ...([['Ours, spread evenly', closed.shell], ['Ours, one inclination', closed.latitude], ['Ours, flown', flown]] as const).flatMap(([name, answer]) => (answer === undefined ? [] : [{ name, perMissile: answer.perMissile, perMissile95: answer.sizedFor95 / salvo, isOurs: true }])),
  ], [items, closed, flown, salvo]);
  const draw = useCallback((width: number, document: FigureDocument) => neededStrip(rows, { width, published: 'var(--attack)', ours: 'var(--defence)' }, document), [rows]);
  if (items.length === 0) return null;
  return (
    <section className="block" aria-labelledby="needed-published">
      <h2 id="needed-published" className="label">Published, for each missile, beside ours</h2>
      <Figure draw={draw} name="published" />
      <p className="term">Filled: sized for the mean. Open: to have enough 95 % of the time. Each published figure rests on its own assumptions; none is averaged with another.</p>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Published figures">
        <table className="numbers needed-published">
          <thead><tr><th scope="col">Published</th><th scope="col">For each</th><th scope="col">Ours, their assumptions</th><th scope="col">At the settings here</th><th scope="col">Assumptions and caveat</th></tr></thead>
          <tbody>
            {items.map((item) => <Row key={nameOf(item)} item={item} inputs={inputs} standing={standingOf(item, item.shared)} />)}
            {rows.filter(({ isOurs }) => isOurs).map(({ name, perMissile, perMissile95 }) => (
              <tr key={name} data-ours="true">
                <th scope="row">{name}</th>
                <td><strong>{countText(Math.round(perMissile))}</strong></td>
                <td colSpan={3}>{perMissile95 !== undefined && `${countText(Math.round(perMissile95))} to have enough 95 % of the time. `}By the settings here.</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ item, inputs, standing }: { readonly item: Claim; readonly inputs: Inputs; readonly standing: string }): ReactElement {
  const { value, where } = item.interceptorsPerMissile, ours = item.mark === 'reproduced' ? sizeShell(AEI_SHELL) : undefined;
  return (
    <tr data-author={item.author}>
      <th scope="row">{nameOf(item)} <span className="term"><cite>{item.work}</cite></span></th>
      <td><strong>{countText(value)}</strong></td>
      <td>{ours !== undefined && typeof ours !== 'string' && <>{countText(Math.round(ours.perMissile))} </>}<span className="needed-mark" data-mark={item.mark}>{item.mark.replaceAll('-', ' ')}</span> <span className="term">{item.why}</span></td>
      <td data-cell="here">{hereWords(delayFor(inputs, value))}</td>
      <td>{item.comparability} {item.caveat} <span className="term">{[where, standing].filter(Boolean).join('; ')}</span></td>
    </tr>
  );
}

/** Not a mark: it moves with the reader's settings, and says nothing of what the author assumed. */
const hereWords = (delay_s: number | undefined): string => (delay_s === undefined ? 'no order to fire gives as few' : `one inclination meets it with the order at ${toPlace(delay_s, 0)} s`);

const nameOf = ({ author, published }: Claim): string => `${author} ${published.slice(0, 4)}`;

function standingOf({ interceptorsPerMissile: card }: Claim, shared: PerMissileFile['source']): string {
  const seen = card.seen ?? shared?.seen ?? '';
  return [card.standing ?? shared?.standing ?? '', seen === 'primary' ? '' : 'not checked at the primary'].filter(Boolean).join(', ');
}
