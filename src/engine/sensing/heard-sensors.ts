/**
 * Whose measurements come into the tracks of a run: sensors whose reports some layer can get, over the command graph as this run has
 * left it and by what allies share. There is one picture for all layers: one that acts alone has the tracks of the others, too.
 */
import type { Linked } from '../link.js';
import type { World } from '../world.js';

/** Writes 1 for each sensor that is heard. */
export function markHeard({ net, sensors, groups, sharing }: Linked, { net: state }: World, out: Uint8Array): void {
  for (let s = 0; s < sensors.length; s++) {
    const { isShared } = sharing[s];
    out[s] = isShared ? 1 : 0;
    if (net === null || state === null) continue;
    const source = net.sourceOf[s];
    out[s] = 0;
    if (state.losses.node[net.sources[source]] === 1) continue;
    for (let g = 0; g < groups.length; g++) {
      const isReached = state.isAlone[g] === 1 ? net.isOwn[g * sensors.length + s] === 1 : isShared && state.way_s[source * groups.length + g] < Infinity;
      if (isReached) out[s] = 1;
    }
  }
}
