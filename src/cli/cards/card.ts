/** Reading the card files of the public data whatever their kind: titles, and every number with its source. */
import { CARD, completeCard, SOURCE_DEFAULTS } from '../../scenario/cards/card.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';

/** One line that says what a card file is about; empty when it does not say. */
export function cardTitle(card: unknown): string {
  const title = isRecord(card) ? card['title'] : undefined;
  return typeof title === 'string' ? title : '';
}

/** Every number of a card file in reading order, with what the file says about all its numbers filled in. */
export function cardNumbers(file: unknown): UsedNumber[] {
  const shared = isRecord(file) ? SOURCE_DEFAULTS.safeParse(file['source']).data : undefined;
  const found: UsedNumber[] = [];
  const visit = (node: unknown, path: string): void => {
    const card = CARD.safeParse(node);
    if (card.success) {
      found.push({ path, ...completeCard(card.data, shared) });
    } else if (Array.isArray(node)) {
      node.forEach((item, index) => visit(item, `${path}[${index}]`));
    } else if (isRecord(node)) {
      for (const [key, value] of Object.entries(node)) visit(value, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(file, '');
  return found;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
