/** Thresholds that the reader has changed, in words of the address, as `S2b-0.8*3a-i.perCell-0.5`. */
import { REQUIREMENT_IDS } from '../../scenario/cards/directive-terms.js';
import type { ThresholdEdit } from '../../policy/compliance/thresholds.js';

export function writeEdits(edits: readonly ThresholdEdit[]): string {
  return edits.map(({ id, setting, value }) => `${id}${setting === '' ? '' : `.${setting}`}~${value}`).join('*');
}

/** What is not understood is left out. */
export function readEditsOf(text: string): ThresholdEdit[] {
  return text.split('*').flatMap((part): ThresholdEdit[] => {
    const [, name = '', setting = '', value = ''] = /^([A-Za-z0-9-]{1,20})(?:\.([A-Za-z]{1,20}))?~(\d{1,15}(?:\.\d{1,9})?)$/.exec(part) ?? [], id = REQUIREMENT_IDS.find((known) => known === name);
    return id === undefined ? [] : [{ id, setting, value: Number(value) }];
  });
}

/** With one threshold changed; without a value it is the card's again. */
export function withEdit(edits: readonly ThresholdEdit[], edit: Omit<ThresholdEdit, 'value'>, value: number | undefined): ThresholdEdit[] {
  const rest = edits.filter(({ id, setting }) => id !== edit.id || setting !== edit.setting);
  return value === undefined ? rest : [...rest, { ...edit, value }];
}
