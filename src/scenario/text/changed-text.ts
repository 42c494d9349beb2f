/**
 * A scenario's text with changes made in it, for keeping: comments and order stay where the change leaves them. Should the
 * text then say something else than the changes do, the plain values are written instead; the meaning comes first.
 */
import { isCollection, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { canonicalJson } from '../../kernel/hash.js';
import { readDocument } from './document.js';
import { migrate } from '../schema/migrations.js';
import { applyOverride, parseOverride } from './override.js';
import type { Segment } from './path.js';
import { printYaml } from './print.js';

/** `text` as it is when there is nothing to change; overrides are `path=value`, as in `compileText`. */
export function changeText(text: string, overrides: readonly string[]): string {
  if (overrides.length === 0) return text;
  const root = migrate(readDocument(text, '').value);
  for (const override of overrides.map(parseOverride)) {
    if ('found' in override) throw new Error(`changeText: ${override.found} is not a change`);
    const fault = applyOverride(root, override);
    if (fault !== undefined) throw new Error(`changeText: found ${fault.found}, expected ${fault.expected}`);
  }
  const changed = inPlace(text, overrides);
  const { value, problems } = readDocument(changed, '');
  return problems.length === 0 && canonicalJson(value) === canonicalJson(root) ? changed : printYaml(root);
}

/** The text with the values put where they belong; broken where a short form or an alias stands in the way. */
function inPlace(text: string, overrides: readonly string[]): string {
  const document = parseDocument(text);
  for (const override of overrides.map(parseOverride)) {
    if ('found' in override || isBlocked(document, override.path)) return '';
    document.setIn(override.path, override.value);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function isBlocked(document: Document.Parsed, path: readonly Segment[]): boolean {
  return path.slice(1).some((_, depth) => {
    const here: unknown = document.getIn(path.slice(0, depth + 1), true);
    return here !== undefined && !isCollection(here);
  });
}
