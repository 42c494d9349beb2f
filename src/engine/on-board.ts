/** Which objects a shot concerns: in boost everything on board of the missile, after release one object. */
import type { Geometry } from './geometry.js';

/** A shot of this element at object `m` is one at `m` up to, not including, the object returned. Shots in boost are ordered at the lead. */
export function endOfShot(geometry: Geometry, element: number, m: number): number {
  const { missiles, elements } = geometry.linked;
  let end = m + 1;
  if (elements[element].plan.kind === 'space') while (end < missiles.length && missiles[end].lead === m) end++;
  return end;
}
