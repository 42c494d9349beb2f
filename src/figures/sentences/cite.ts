/**
 * How to cite an answer, as plain text and as BibTeX: what was asked, what came out, the run id by which it is found again
 * and the versions that make it repeatable. The run id says plan, seed, runs and engine; the command says the rest.
 */
import { countText } from '../numbers.js';

export interface CitedAnswer {
  readonly title: string;
  readonly sentence: string;
  readonly runId: string;
  readonly runs: number;
  readonly seed: number;
  readonly version: string;
  readonly engineVersion: string;
  readonly dataHash: string;
  readonly command: string;
  /** Address that shows the answer again, or empty. */
  readonly address: string;
  /** Day on which it was looked at, as in 2026-11-23. */
  readonly day: string;
}

export function plainCitation(answer: CitedAnswer): string {
  const { title, sentence, runId, runs, seed, version, engineVersion, dataHash, command, address, day } = answer;
  return [
    `Cupola contributors, Cupola: an open simulator of layered missile defence, version ${version}, run ${runId} (${countText(runs)} simulated attacks, seed ${seed}; engine ${engineVersion.slice(0, 12)}, data ${dataHash.slice(0, 12)}).`,
    `"${title}": ${sentence}`,
    `Notional shield after public numbers. To have it again: ${command}${address === '' ? '' : `, or ${address}`} (${day}).`,
  ].join(' ');
}

export function bibtex(answer: CitedAnswer): string {
  const { title, sentence, runId, runs, seed, version, engineVersion, dataHash, command, address, day } = answer;
  const fields: readonly (readonly [string, string])[] = [
    ['author', '{Cupola contributors}'],
    ['title', `{Cupola}: ${escapeTex(title)}`],
    ['year', day.slice(0, 4)],
    ['version', escapeTex(version)],
    ['note', escapeTex(`Run ${runId}: ${sentence} ${countText(runs)} simulated attacks, seed ${seed}, engine ${engineVersion.slice(0, 12)}, data ${dataHash.slice(0, 12)}. Command: ${command}`)],
    ...(address === '' ? [] : [['url', address.replace(/[{}\\]/g, encodeURIComponent)] as const]),
    ['urldate', day],
  ];
  return `@software{cupola-${runId.toLowerCase()},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

/** Characters that mean something to TeX. */
function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

const TEX: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
