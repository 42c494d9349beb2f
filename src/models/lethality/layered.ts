/**
 * What gets through several layers, and how many objects a magazine can engage.
 * Leakages multiply only if layers fail independently; a factor that all share caps what any number of layers can do.
 * Sources: Wilkening 1998 for layers and decoys; the cap follows from P(kill) = c·[1 − Π(1 − Kⱼ)].
 */

/** Share that gets through layers in series: 1 − c·[1 − Π(1 − Kⱼ)]; c = 1 when nothing is shared. */
export function leakage(layerKill_prob: readonly number[], sharedSuccess_prob = 1): number {
  let through = 1;
  for (const kill_prob of layerKill_prob) through *= 1 - kill_prob;
  return 1 - sharedSuccess_prob * (1 - through);
}

export interface Magazine {
  readonly interceptors_count: number;
  readonly perObject_count: number;
  /** Decoys per warhead that the defence cannot tell from it. */
  readonly decoysPerWarhead: number;
}

/** Whole objects, and whole warheads with all their decoys, that a magazine can engage at so many shots each. */
export function engageable({ interceptors_count, perObject_count, decoysPerWarhead }: Magazine): { objects: number; warheads: number } {
  const objects = Math.floor(interceptors_count / perObject_count);
  return { objects, warheads: Math.floor(objects / (1 + decoysPerWarhead)) };
}

/** Interceptors spread evenly over all that looks like a warhead: I/(W + D). */
export function shotsPerObject(interceptors_count: number, warheads_count: number, decoys_count: number): number {
  return interceptors_count / (warheads_count + decoys_count);
}

/** Share of wanted engagements that can be made: min(1, available/wanted). */
export function engagedFraction(available_count: number, wanted_count: number): number {
  return wanted_count > 0 ? Math.min(1, available_count / wanted_count) : 1;
}
