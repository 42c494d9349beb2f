/** What the stages of a missile give at most: Tsiolkovsky's equation stage by stage, without losses to gravity and air. */
import { G0_MPS2 } from '../../kernel/constants.js';
import { log } from '../../kernel/maths.js';
import type { KindFile } from '../cards/kinds.js';
import { numberOr } from '../meaning/meaning-parts.js';
import type { Mapping } from '../meaning/meaning-parts.js';
import { isMapping } from '../text/path.js';

type BoostedFile = Exclude<KindFile<'threats'>, { model: 'cruise' }>;

/** Δv = Σ g₀ I ln(m₀/m₁) in vacuum, with the numbers that a scenario states in place of the cards'. Numbers that are none count as the card's. */
export function idealSpeed_mps(stated: Mapping, file: BoostedFile): number {
  const changes: unknown[] = Array.isArray(stated['stages']) ? stated['stages'] : [];
  let above_kg = positiveOr(stated['payload_kg'], file.payload_kg.value);
  let speed_mps = 0;
  for (let index = file.stages.length - 1; index >= 0; index--) {
    const cards = file.stages[index], own = changes[index];
    if (cards === undefined) continue;
    const numbers = isMapping(own) ? own : {};
    const empty_kg = above_kg + positiveOr(numbers['dry_kg'], cards.dry_kg.value);
    above_kg = empty_kg + positiveOr(numbers['propellant_kg'], cards.propellant_kg.value);
    speed_mps += G0_MPS2 * positiveOr(numbers['ispVacuum_s'], cards.ispVacuum_s.value) * log(above_kg / empty_kg);
  }
  return speed_mps;
}

function positiveOr(value: unknown, fallback: number): number {
  const number = numberOr(value, fallback);
  return number > 0 && Number.isFinite(number) ? number : fallback;
}
