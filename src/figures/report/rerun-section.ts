/** How to have the answer again: the versions, the scenario itself, the exact commands, and how to cite it. */
import { shellLine } from '../../scenario/text/shell-line.js';
import { bibtex, plainCitation, type CitedAnswer } from '../sentences/cite.js';
import { countText } from '../numbers.js';
import { html } from './html.js';
import type { ReportIdentity, ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

interface Commanded {
  readonly identity: Pick<ReportIdentity, 'file' | 'overrides'>;
  readonly summary: Pick<ReportMaterial['summary'], 'runs' | 'seed'>;
}

/** `npx cupola run …` with the scenario, its changes and what else is said. */
export function commandFor({ identity, summary }: Commanded, command: string, more: readonly string[] = [], isCounted = true): string {
  const counted = isCounted ? ['--runs', String(summary.runs), '--seed', String(summary.seed)] : [];
  return shellLine(['npx', 'cupola', command, identity.file, ...counted, ...more, ...identity.overrides.flatMap((override) => ['--set', override])]);
}

export function rerunSection(material: ReportMaterial): ReportSection {
  const { identity, summary, compiled, sentence, moved, warning, attack, compliance, cost, limits, isWithClaims } = material, { runs, seed, recordHash } = summary;
  const cited: CitedAnswer = { ...identity, title: compiled.title, sentence, runs, seed, command: commandFor(material, 'run'), address: '', day: identity.asOf };
  const steps: (readonly [string, string])[] = [
    ['The answer', commandFor(material, 'run')],
    ...(moved === undefined ? [] : [['What is not known and what moves it (more draws and attacks than here)', commandFor(material, 'run', ['--assumptions'])] as const]),
    ...(attack === undefined ? [] : [[`The attack shown, number ${attack.run}`, commandFor(material, 'replay', ['--run', String(attack.run), '--seed', String(seed)], false)] as const]),
    ...(warning === undefined ? [] : [['The time line of a launch', commandFor(material, 'warn', ['--launches', String(warning.launches), '--seed', String(seed)], false)] as const]),
    ...(compliance === undefined ? [] : [['The order and the statute', commandFor(material, 'comply', ['--runs', String(compliance.runs), '--seed', String(compliance.seed), '--asOf', compliance.asOf], false)] as const]),
    ...(cost === undefined ? [] : [['The price', commandFor(material, 'cost')] as const]),
    ...(limits === undefined ? [] : [['Treaties and agreements', commandFor(material, 'limits', ['--asOf', limits.asOf], false)] as const]),
    ...(isWithClaims === true ? [['Claims of others', 'npx cupola claims'] as const] : []),
    ['This report', identity.command],
  ];
  return {
    id: 'rerun', title: 'How to rerun this',
    body: html`<ol>
<li>Take Cupola ${identity.version} with engine <code>${identity.engineVersion.slice(0, 12)}</code> and data <code>${identity.dataHash.slice(0, 12)}</code>; <code>npx cupola doctor</code> says what you have. Node 20.19 or later, then <code>npm install</code> and <code>npm run build</code>.</li>
<li>The scenario is <code>${identity.file}</code>; its text stands below.</li>
<li>Run these commands.<dl class="commands">${steps.map(([what, line]) => html`<div><dt>${what}</dt><dd><code>${line}</code></dd></div>`)}</dl></li>
<li>The same plan, engine, seed and number of attacks give run <code>${identity.runId}</code> and, on any computer and with any number of workers, the record hash <code class="hash">${recordHash}</code>. Another run id means that one of the four differs; the hashes in the header say which.</li>
</ol>
<h4 id="scenario-text">The scenario</h4>
<pre tabindex="0" aria-label="Text of the scenario">${identity.text}</pre>
<h4 id="cite">How to cite</h4>
<p>${plainCitation(cited)}</p>
<pre tabindex="0" aria-label="BibTeX entry">${bibtex(cited)}</pre>
<p class="note">${countText(runs)} simulated attacks, seed ${seed}. Cupola is free software under Apache-2.0; its data are under CC BY 4.0.</p>`,
  };
}
