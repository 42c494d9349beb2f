/**
 * A report is a list of sections, each made from what is known. A section whose data are missing is absent, never empty:
 * its maker gives null. A new section is one file and one line in `sections.ts`.
 */
import type { Html } from './html.js';
import type { ReportMaterial } from './material.js';

export interface ReportSection {
  /** Also the anchor of its heading. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

export type SectionMaker = (material: ReportMaterial) => ReportSection | null;
