/** A missile class of the public data as a plan has it, so that a case flies what a user flies. Needs the built catalogue. */
import { loadCatalogue } from '../src/cli/frame/catalogue-file.js';
import { type PreparedMissile, prepareMissile } from '../src/models/threat/index.js';
import { compileText } from '../src/scenario/compile/compile.js';
import type { BallisticThreatPlan, Place } from '../src/scenario/plan/plan.js';

export interface MissileClass {
  readonly threat: BallisticThreatPlan;
  /** The site on its card. */
  readonly origin: Place;
}

export function readMissileClass(name: string, payload_kg?: number): MissileClass {
  const catalogue = loadCatalogue();
  const card = catalogue.kinds.threats[name];
  if (card === undefined) throw new Error(`validation: no missile ${name} in the catalogue`);
  const changes = payload_kg === undefined ? {} : { threat: { payload_kg } };
  const scenario = { version: 1, raid: [{ missile: name, from: card.site, to: card.site, count: 1, ...changes }], interceptors: [], sensors: [] };
  const result = compileText(JSON.stringify(scenario), 'validation', catalogue);
  const attack = result.ok ? result.compiled.plan.attacks[0] : undefined;
  if (attack === undefined) throw new Error(`validation: ${name} does not compile`);
  if (attack.threat.model !== 'staged-ballistic') throw new Error(`validation: ${name} is no ballistic missile`);
  return { threat: attack.threat, origin: attack.origin };
}

export function prepareClass({ threat }: MissileClass): PreparedMissile {
  return prepareMissile(threat);
}
