/** Finds one's way in the scenario schema: the keys known at a place, and the branch of a union that a value means. */
import { z } from 'zod';
import { isMapping } from '../text/path.js';
import type { Segment } from '../text/path.js';
import { SCENARIO } from './schema.js';

type Schema = z.core.$ZodType;

const unwrapped = (schema: Schema | undefined): Schema | undefined => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);

/** Schema at a path, branches of unions being picked by the value that stands there. */
export function schemaAt(root: unknown, path: readonly Segment[]): Schema | undefined {
  let schema: Schema | undefined = SCENARIO;
  let value = root;
  for (const segment of path) {
    schema = pickBranch(unwrapped(schema), value);
    if (schema instanceof z.ZodObject) schema = Object.hasOwn(schema.shape, segment) ? schema.shape[segment] : undefined;
    else if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodRecord) schema = schema.valueType;
    else return undefined;
    value = Array.isArray(value) && typeof segment === 'number' ? value[segment] : isMapping(value) ? value[segment] : undefined;
  }
  return unwrapped(schema);
}

/** Keys that a mapping at this path may have. */
export function keysAt(root: unknown, path: readonly Segment[], value: unknown): string[] {
  const schema = pickBranch(schemaAt(root, path), value);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Keys that the mappings directly inside a mapping may have, as in `threat.payload_kg`. */
export function nestedKeysAt(root: unknown, path: readonly Segment[], value: unknown): string[] {
  const schema = pickBranch(schemaAt(root, path), value);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, inner]) => {
    const object = unwrapped(inner);
    return object instanceof z.ZodObject ? Object.keys(object.shape).map((nested) => `${key}.${nested}`) : [];
  });
}

/** The branch of a union that a value means, by its type and, among mappings, by the key that only that branch has first. */
export function pickBranch(schema: Schema | undefined, value: unknown): Schema | undefined {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = flatten(schema);
  if (Array.isArray(value)) return options.find((option) => option instanceof z.ZodArray);
  if (!isMapping(value)) return options.find((option) => !(option instanceof z.ZodArray) && !(option instanceof z.ZodObject));
  const objects = options.filter((option): option is z.ZodObject => option instanceof z.ZodObject);
  return objects.length === 1 ? objects[0] : objects.find((option) => Object.hasOwn(value, firstKey(option)));
}

/** Keys by which the mappings among a union's branches are told apart. */
export function branchKeys(schema: Schema | undefined): string[] {
  return schema instanceof z.ZodUnion ? flatten(schema).filter((option): option is z.ZodObject => option instanceof z.ZodObject).map(firstKey) : [];
}

const firstKey = (object: z.ZodObject): string => Object.keys(object.shape)[0] ?? '';

const flatten = (schema: z.ZodUnion): Schema[] => schema.options.flatMap((option) => (option instanceof z.ZodUnion ? flatten(option) : [option]));
