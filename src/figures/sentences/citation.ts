/** The provenance that stands in every JSON, report and picture, and the one line by which an answer is cited. */
import type { Provenance as StudyProvenance } from '../../studies/provenance.js';
import { countText } from '../numbers.js';

/** As of a study; without plan or seed where no scenario is involved. */
export type Provenance = Omit<StudyProvenance, 'planHash' | 'seed'> & { readonly planHash: string | null; readonly seed: number | null };

/** `runId` and `runs` when the answer is a study of many runs. */
export function citationLine(provenance: Provenance, study?: { readonly runId: string; readonly runs: number }): string {
  const parts = [
    ...(study === undefined ? [] : [`run ${study.runId}`, `${countText(study.runs)} ${study.runs === 1 ? 'run' : 'runs'}`]),
    ...(provenance.seed === null ? [] : [`seed ${provenance.seed}`]),
    ...(provenance.planHash === null ? [] : [`plan ${provenance.planHash.slice(0, 12)}`]),
    `engine ${provenance.engineVersion.slice(0, 12)}`,
    `data ${provenance.dataHash.slice(0, 12)}`,
  ];
  return `Cupola ${provenance.version}: ${parts.join(', ')}. ${provenance.command}`;
}
