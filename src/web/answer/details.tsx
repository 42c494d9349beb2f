/** What the answer hangs on, and how to have it again: assumed numbers, run id, hash of all records, the command. */
import { useState, type ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { toggleList, useSession, type Answer } from '../state/session.js';
import { commandOf } from './command.js';

export function Details({ answer }: { readonly answer: Answer }): ReactElement {
  const isListOpen = useSession((state) => state.isListOpen);
  const [copied, setCopied] = useState(false);
  const { scenario, summary, compiled, overrides, isSettled, runId } = answer;
  const assumed = compiled.numbers.filter((number) => number.standing === 'assumed').length;
  const command = commandOf(scenario.name, { overrides, seed: summary.seed, runs: summary.runs });
  const copy = (): void => { void navigator.clipboard?.writeText(command).then(() => setCopied(true), () => setCopied(false)); };
  return (
    <section className="block details" aria-label="What it hangs on" data-run-id={runId} data-record-hash={isSettled ? summary.recordHash : undefined} data-seed={summary.seed} data-runs={summary.runs}>
      <p>
        It hangs on <button type="button" className="link assumed" aria-expanded={isListOpen} onClick={toggleList}>{countText(assumed)} assumed numbers</button>
        {' '}of {countText(compiled.numbers.length)}.
        <button type="button" className="quiet small no-print" onClick={copy} title={command}>{copied ? 'Copied' : 'Copy command'}</button>
        {compiled.warnings.length > 0 && ` ${countText(compiled.warnings.length)} ${compiled.warnings.length === 1 ? 'warning' : 'warnings'}: ${compiled.warnings[0]?.found ?? ''}.`}
      </p>
      <p className="details-line">
        {countText(summary.runs)} attacks, seed {summary.seed}, run <span className="mono">{runId}</span>
        {isSettled && <>, record <span className="mono" title={summary.recordHash}>{summary.recordHash.slice(0, 12)}</span></>}
      </p>
    </section>
  );
}
