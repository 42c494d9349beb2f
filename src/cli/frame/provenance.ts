/** Provenance of an answer given on the command line. */
import type { Provenance } from '../../figures/sentences/citation.js';
import { packageVersion } from '../../server/package-files.js';

export interface CatalogueIdentity {
  readonly engineVersion: string;
  readonly dataHash: string;
}

export function provenanceOf(catalogue: CatalogueIdentity, command: string, run: { planHash?: string; seed?: number } = {}): Provenance {
  return {
    version: packageVersion(),
    engineVersion: catalogue.engineVersion,
    planHash: run.planHash ?? null,
    dataHash: catalogue.dataHash,
    seed: run.seed ?? null,
    command,
  };
}
