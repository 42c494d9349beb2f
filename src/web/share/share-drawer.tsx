/** Share and cite: a link that shows the same answer, its run id, citations, and files to keep. All made here, offline. */
import { useState, type ReactElement } from 'react';
import { answerTable, attacksTable, type PlainTable } from '../../figures/answer-table.js';
import { bibtex, plainCitation, type CitedAnswer } from '../../figures/sentences/cite.js';
import { headline } from '../../figures/sentences/sentence.js';
import { csvText } from '../../formats/csv.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { commandOf } from '../answer/command.js';
import { printScenario } from '../engine/client.js';
import { addressOfAnswer } from '../state/conduct.js';
import { useSession, type Answer } from '../state/session.js';
import { finalBand, useUncertain } from '../uncertainty/uncertain.js';
import { CopyField } from './copy-field.js';
import { Drawer } from './drawer.js';
import { keptScenario, titleOfQuestion } from './named-question.js';

export function ShareDrawer(): ReactElement {
  const answer = useSession((state) => state.answer);
  const catalogue = useSession((state) => state.catalogue);
  return (
    <Drawer name="share" title="Share and cite">
      {answer === null || catalogue === null || !answer.isSettled ? <p>The answer is still settling. Link and citation follow.</p> : <Shared answer={answer} catalogue={catalogue} />}
    </Drawer>
  );
}

function Shared({ answer, catalogue }: { readonly answer: Answer; readonly catalogue: Catalogue }): ReactElement {
  // An edit of the question changes the address without changing anything else here.
  useSession((state) => state.edits);
  const uncertain = useUncertain();
  const [failure, setFailure] = useState('');
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  const { scenario, summary, compiled, runId, launched, overrides } = answer;
  const band = finalBand(uncertain, runId);
  const { version, engineVersion, dataHash } = catalogue, address = addressOfAnswer();
  const command = commandOf(scenario.name, { overrides, seed: summary.seed, runs: summary.runs });
  const cited: CitedAnswer = {
    title: titleOfQuestion(answer, catalogue), sentence: headline(summary, launched, band, lethalNoun(compiled.plan.attacks)), runId, runs: summary.runs, seed: summary.seed, version, engineVersion, dataHash, command, address,
    day,
  };
  const stem = `cupola-${runId.toLowerCase()}`;
  const saveScenario = (): void => {
    const options = `${summary.runs === 2000 ? '' : ` --runs ${summary.runs}`}${summary.seed === 1 ? '' : ` --seed ${summary.seed}`}`;
    const kept = keptScenario(answer, catalogue);
    printScenario(kept, kept.overrides).then((text) => save(`${stem}.yaml`, 'application/yaml', `# Run ${runId} of Cupola ${version}: npx cupola run ${stem}.yaml${options}\n${text}`), (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  const drawn = uncertain.band;
  return (
    <>
      <p>Run <strong className="mono" data-share="run-id">{runId}</strong> <span className="term">names scenario, seed, number of attacks and engine; whoever runs the same gets the same name</span></p>
      <CopyField name="link" label="Link to this answer" text={address} rows={2} />
      <CopyField name="citation" label="Citation" text={plainCitation(cited)} rows={7} />
      <CopyField name="bibtex" label="BibTeX" text={bibtex(cited)} rows={10} />
      <CopyField name="command" label="Command" text={command} rows={2} />
      <div className="downloads" role="group" aria-label="Files to keep">
        <button type="button" className="chip" onClick={saveScenario}>Scenario file <span className="term">YAML</span></button>
        <button type="button" className="chip" onClick={() => saveTable(`${stem}-answer.csv`, answerTable(summary, { runId, version, engineVersion, dataHash }, band === undefined || drawn === null ? undefined : drawn))}>Answer <span className="term">CSV</span></button>
        <button type="button" className="chip" onClick={() => saveTable(`${stem}-attacks.csv`, attacksTable(summary))}>Every attack <span className="term">CSV</span></button>
      </div>
      {failure !== '' && <p role="alert" className="problems">The scenario file could not be written: {failure}</p>}
      <p className="note">The state of the page is in the link itself, after the #. Nothing is sent anywhere. Please cite the sources of the numbers too: they are under Sources.</p>
    </>
  );
}

const saveTable = (name: string, { heads, rows }: PlainTable): void => save(name, 'text/csv', csvText(heads, rows));

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
