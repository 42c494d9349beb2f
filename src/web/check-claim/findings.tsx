/** What was found for a sentence: where each part lies, what would have to be, what others published, and a paragraph to take away. */
import type { ReactElement } from 'react';
import { claimCommand } from '../../figures/claims/claim-command.js';
import { amountWords, claimParagraph, publishedWords, SLOT_WORDS, VERDICT_WORDS, wouldWords } from '../../figures/claims/check-words.js';
import { claimSentence } from '../../figures/claims/claim-sentence.js';
import { countText } from '../../figures/numbers.js';
import type { SlotFinding } from '../../policy/claims/check/slots.js';
import { asOfClaims, checkIdOf, titlesOf } from '../../policy/claims/check/told-claim.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { CopyField } from '../share/copy-field.js';
import { useCheck } from './state.js';

export function Findings({ catalogue }: { readonly catalogue: Catalogue }): ReactElement | null {
  const { checked, findings, flown, stage, done, total, failure } = useCheck();
  if (checked === null) return null;
  const titles = titlesOf(checked, catalogue), { version, engineVersion, dataHash } = catalogue;
  const paragraph = claimParagraph({ slots: checked, titles, findings, version, engineVersion, dataHash, runId: flown?.runId ?? checkIdOf(checked, catalogue), asOf: asOfClaims(catalogue), command: claimCommand(checked) });
  return (
    <section className="claim-findings" aria-label="What was found" data-stage={stage}>
      <p className="claim-said">{claimSentence(checked, titles)}</p>
      <p className="term" role="status">{progressWords(stage, done, total, failure)}</p>
      {findings.length > 0 && (
        <div className="wide-table" tabIndex={0} role="region" aria-label="Parts of the claim">
          <table className="numbers claim-parts">
            <thead><tr><th scope="col">Part</th><th scope="col">Claimed</th><th scope="col">Range of the model</th><th scope="col">It lies</th></tr></thead>
            <tbody>{findings.map((finding) => <Part key={finding.slot} finding={finding} />)}</tbody>
          </table>
        </div>
      )}
      {findings.filter(({ verdict }) => verdict !== 'not said').map((finding) => <Detail key={finding.slot} finding={finding} />)}
      {stage === 'done' && <CopyField name="claim-paragraph" label="Paragraph to quote" text={paragraph} rows={10} />}
    </section>
  );
}

function progressWords(stage: string, done: number, total: number, failure: string): string {
  if (stage === 'failed') return `This could not be checked: ${failure}`;
  if (stage === 'working') return 'Numbers and prices are worked out.';
  if (stage === 'flying') return `${countText(done)} of ${countText(total)} attacks are simulated.`;
  if (stage === 'assuming') return `Assumed numbers are moved: ${countText(done)} of ${countText(total)}.`;
  return stage === 'done' ? 'Checked.' : '';
}

function Part({ finding }: { readonly finding: SlotFinding }): ReactElement {
  const { slot, claimed, model, verdict } = finding;
  return (
    <tr data-slot={slot} data-verdict={verdict}>
      <th scope="row">{SLOT_WORDS[slot]}</th>
      <td>{claimed === null ? '' : amountWords(finding, claimed)}</td>
      <td>{model === null ? '' : amountWords(finding, model)}</td>
      <td><strong>{VERDICT_WORDS[verdict]}</strong></td>
    </tr>
  );
}

function Detail({ finding }: { readonly finding: SlotFinding }): ReactElement {
  const words = wouldWords(finding), published = publishedWords(finding);
  return (
    <div className="claim-detail">
      <h3 className="label">{SLOT_WORDS[finding.slot]}</h3>
      <p className="term">{finding.model === null ? '' : 'Range: '}{finding.basis}.</p>
      {words !== '' && <p>{words}</p>}
      {published !== '' && <p className="term">{published}</p>}
    </div>
  );
}
