/**
 * Price against salvo: for each size of a raid the cheapest constellation that was found. What does for a larger raid does for a smaller
 * one, so a point is never dearer than the next.
 */
import type { DesignQuestion } from './question.js';
import { type Design, designConstellation, type DesignMemory } from './search.js';

export interface FrontPoint {
  readonly salvo: number;
  readonly design: Design;
}

/** Sizes about the one asked for: one missile, parts of it, and twice as many. */
export function salvosAbout(salvo: number): number[] {
  const sizes = [1, Math.round(salvo / 4), Math.round(salvo / 2), salvo, Math.round(1.5 * salvo), 2 * salvo];
  return [...new Set(sizes.filter((size) => size >= 1))].sort((a, b) => a - b);
}

/** In rising order of salvo; sizes for which nothing can be designed are left out. */
export function frontOf(question: DesignQuestion, answer: Design, memory: DesignMemory, onPoint: (done: number, total: number) => void = () => undefined): FrontPoint[] {
  const sizes = salvosAbout(question.salvo);
  const points: FrontPoint[] = [];
  sizes.toReversed().forEach((salvo, index) => {
    const found = salvo === question.salvo ? answer : designConstellation({ ...question, salvo }, memory);
    const larger = points[0];
    if (!('reason' in found)) {
      const design = larger !== undefined && larger.design.price_usd < found.price_usd ? larger.design : found;
      points.unshift({ salvo, design });
    } else if (larger !== undefined) points.unshift({ salvo, design: larger.design });
    onPoint(index + 1, sizes.length);
  });
  return points;
}
