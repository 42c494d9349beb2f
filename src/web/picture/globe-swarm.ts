/**
 * A shell on the globe: every satellite a faint point, those that can still reach a missile bright, so that the swarm
 * never hides the fight. Faint points stay where they are drawn while bright ones move on top.
 */
import { BlendOption, Cartesian3, Color, PointPrimitiveCollection, type PointPrimitive, type Scene } from '@cesium/engine';
import type { Replay, ReplayShell } from '../../engine/record/record.js';
import { placeShell, satelliteCount, satellitesInReach } from './moving.js';
import type { Palette } from './palette.js';

export interface Swarm {
  update(t_s: number, what: 'all' | 'in-reach'): void;
  destroy(): void;
}

const FAINT_PX = 2, BRIGHT_PX = 4;

export function drawSwarm(scene: Scene, replay: Replay, shell: ReplayShell, palette: Palette): Swarm {
  const count = satelliteCount(shell);
  const faint = scene.primitives.add(new PointPrimitiveCollection({ blendOption: BlendOption.TRANSLUCENT })) as PointPrimitiveCollection;
  const bright = scene.primitives.add(new PointPrimitiveCollection({ blendOption: BlendOption.OPAQUE })) as PointPrimitiveCollection;
  const faintColour = Color.fromCssColorString(palette.satellite).withAlpha(0.5), brightColour = Color.fromCssColorString(palette.defence);
  const places = new Float64Array(count * 3);
  const points: PointPrimitive[] = [];
  placeShell(shell, 0, places);
  for (let i = 0; i < count; i++) points.push(faint.add({ position: Cartesian3.unpack(places as unknown as number[], i * 3), color: faintColour, pixelSize: FAINT_PX }));
  const pool: PointPrimitive[] = [];
  const spot = new Cartesian3();

  return {
    update(t_s, what) {
      placeShell(shell, t_s, places);
      if (what === 'all') for (let i = 0; i < count; i++) {
        const point = points[i];
        if (point !== undefined) point.position = Cartesian3.unpack(places as unknown as number[], i * 3, spot);
      }
      let used = 0;
      for (const satellite of satellitesInReach(replay, shell.layer, t_s)) {
        const point = pool[used] ?? bright.add({ color: brightColour, pixelSize: BRIGHT_PX });
        pool[used++] = point;
        point.position = Cartesian3.unpack(places as unknown as number[], satellite * 3, spot);
        point.show = true;
      }
      for (let i = used; i < pool.length; i++) {
        const point = pool[i];
        if (point !== undefined) point.show = false;
      }
    },
    destroy() {
      scene.primitives.remove(faint);
      scene.primitives.remove(bright);
    },
  };
}
