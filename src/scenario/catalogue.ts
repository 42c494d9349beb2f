/**
 * Everything public that Cupola knows, in one JSON document built from `data/`: Node reads it, the page fetches it.
 * Reading checks it completely, so that whoever holds a `Catalogue` holds whole cards.
 */
import { z } from 'zod';
import { KIND_SCHEMAS, KINDS } from './cards/kinds.js';
import type { DefaultsFile, DefaultsModel, Kind, KindFile } from './cards/kinds.js';
import type { Territory } from './plan/plan.js';

/** A country with its outline and its ISO 3166-1 numeric code ('' where it has none). */
export interface CountryOutline extends Territory {
  readonly iso: string;
}

export interface NumberedScenario {
  /** File name without folder, as in `01-ten-icbms-notional-shell.yaml`. */
  readonly name: string;
  readonly text: string;
}

export interface Catalogue {
  readonly version: string;
  /** SHA-256 over the sources of the pure floors. */
  readonly engineVersion: string;
  /** SHA-256 of the canonical JSON of kinds and territories. */
  readonly dataHash: string;
  readonly kinds: { readonly [K in Kind]: Readonly<Record<string, KindFile<K>>> };
  readonly territories: readonly CountryOutline[];
  readonly scenarios: readonly NumberedScenario[];
}

const ENVELOPE = z.object({
  version: z.string(),
  engineVersion: z.string(),
  dataHash: z.string(),
  kinds: z.strictObject({
    threats: z.record(z.string(), KIND_SCHEMAS.threats),
    interceptors: z.record(z.string(), KIND_SCHEMAS.interceptors),
    sensors: z.record(z.string(), KIND_SCHEMAS.sensors),
    constellations: z.record(z.string(), KIND_SCHEMAS.constellations),
    sites: z.record(z.string(), KIND_SCHEMAS.sites),
    raids: z.record(z.string(), KIND_SCHEMAS.raids),
    forces: z.record(z.string(), KIND_SCHEMAS.forces),
    'threat-sets': z.record(z.string(), KIND_SCHEMAS['threat-sets']),
    command: z.record(z.string(), KIND_SCHEMAS.command),
    partners: z.record(z.string(), KIND_SCHEMAS.partners),
    claims: z.record(z.string(), KIND_SCHEMAS.claims),
    costs: z.record(z.string(), KIND_SCHEMAS.costs),
    directives: z.record(z.string(), KIND_SCHEMAS.directives),
    treaties: z.record(z.string(), KIND_SCHEMAS.treaties),
    incidents: z.record(z.string(), KIND_SCHEMAS.incidents),
    launches: z.record(z.string(), KIND_SCHEMAS.launches),
    defaults: z.record(z.string(), KIND_SCHEMAS.defaults),
  }),
  // The outlines are written by the build and are large: their points are taken as they are.
  territories: z.array(z.object({ name: z.string(), iso: z.string(), rings: z.custom<Territory['rings']>(Array.isArray) })),
  scenarios: z.array(z.object({ name: z.string(), text: z.string() })),
});

/** Checks a parsed `catalogue.json`. Throws when it is not one: the build made it, so this is our fault and not the user's. */
export function readCatalogue(json: unknown): Catalogue {
  const result = ENVELOPE.safeParse(json);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Error(`catalogue: ${first === undefined ? 'unreadable' : `${first.path.join('.')}: ${first.message}`}; run \`npm run build\``);
}

/** Names of a kind in alphabetical order. */
export function listKind(catalogue: Catalogue, kind: Kind): string[] {
  return Object.keys(catalogue.kinds[kind]).sort();
}

/** The file of one named thing, or undefined. */
export function showEntry<K extends Kind>(catalogue: Catalogue, kind: K, name: string): KindFile<K> | undefined {
  const files: Readonly<Record<string, KindFile<K>>> = catalogue.kinds[kind];
  return Object.hasOwn(files, name) ? files[name] : undefined;
}

/** The default cards of one name, as in `defaults/release-space.json`. Throws when the data lack them. */
export function defaultsOf<M extends DefaultsModel>(catalogue: Catalogue, name: string, model: M): DefaultsFile<M> {
  const file = showEntry(catalogue, 'defaults', name);
  if (file?.model !== model) throw new Error(`catalogue: data/defaults/${name}.json with model '${model}' is missing`);
  return file as DefaultsFile<M>;
}

type SiteFile = Extract<KindFile<'sites'>, { model: 'place' }>;
type GroupFile = Extract<KindFile<'sites'>, { model: 'group' }>;

/** A place of the catalogue with the file it stands in: a site of its own, or a member of a group. */
export interface KnownPlace {
  readonly name: string;
  readonly country: string;
  readonly cards: GroupFile['places'][string];
  readonly file: KindFile<'sites'>;
}

/** A place by name, wherever it stands. */
export function findPlace(catalogue: Catalogue, name: string): KnownPlace | undefined {
  const site = showEntry(catalogue, 'sites', name);
  if (site?.model === 'place') return { name, country: site.country, cards: site, file: site };
  for (const file of Object.values(catalogue.kinds.sites)) {
    const cards = file.model === 'group' && Object.hasOwn(file.places, name) ? file.places[name] : undefined;
    if (cards !== undefined) return { name, country: file.country, cards, file };
  }
  return undefined;
}

/** Names of all places, sites and members of groups. */
export function listPlaces(catalogue: Catalogue): string[] {
  const names: string[] = [];
  for (const [name, file] of Object.entries(catalogue.kinds.sites)) {
    if (file.model === 'place') names.push(name);
    else names.push(...Object.keys(file.places));
  }
  return names.sort();
}

/** Names of the members of a group: those that stand in its file and those that it names. Empty where it is no group. */
export function membersOfGroup(catalogue: Catalogue, name: string): string[] {
  const file = showEntry(catalogue, 'sites', name);
  return file?.model === 'group' ? [...Object.keys(file.places), ...(file.also ?? [])] : [];
}

/** Names of groups of places. */
export function listGroups(catalogue: Catalogue): string[] {
  return Object.entries(catalogue.kinds.sites).filter(([, file]) => file.model === 'group').map(([name]) => name).sort();
}

export type { SiteFile, GroupFile };
export { KINDS };
