/** Names of places over the globe as page text: sharp at any resolution of the picture, hidden behind the Earth. */
import { Cartesian3, SceneTransforms, type Scene } from '@cesium/engine';
import { titleOf } from '../answer/titles.js';
import type { Site } from './sites.js';

const BELOW_PX = 6;
/** Names nearer to each other than this would overlap; the later one is left out until the reader comes closer. */
const CLEAR_X_PX = 64, CLEAR_Y_PX = 16;

export function labelPlaces(scene: Scene, holder: HTMLElement, sites: readonly Site[]): { destroy(): void } {
  const labels = sites.filter((site) => site.kind !== 'battery').map((site) => {
    const element = document.createElement('span');
    element.className = 'globe-label';
    element.setAttribute('aria-hidden', 'true');
    element.textContent = titleOf(site.name);
    holder.append(element);
    return { element, position: Cartesian3.fromRadians(site.lon_rad, site.lat_rad, 0), place: '' };
  });
  const towards = new Cartesian3();
  // A place on the ground is on the near side when the camera stands above its horizon.
  const isNear = (place: Cartesian3): boolean => Cartesian3.dot(Cartesian3.subtract(scene.camera.positionWC, place, towards), place) > 0;
  const move = (): void => {
    const taken: { x: number; y: number }[] = [];
    for (const label of labels) {
      const at = isNear(label.position) ? SceneTransforms.worldToWindowCoordinates(scene, label.position) : undefined;
      const isFree = at !== undefined && taken.every(({ x, y }) => Math.abs(x - at.x) > CLEAR_X_PX || Math.abs(y - at.y) > CLEAR_Y_PX);
      if (at !== undefined && isFree) taken.push(at);
      const place = at === undefined || !isFree ? 'none' : `translate(${at.x.toFixed(0)}px, ${(at.y + BELOW_PX).toFixed(0)}px) translateX(-50%)`;
      if (place === label.place) continue;
      label.place = place;
      label.element.style.display = place === 'none' ? 'none' : '';
      if (place !== 'none') label.element.style.transform = place;
    }
  };
  scene.postRender.addEventListener(move);
  return {
    destroy() {
      scene.postRender.removeEventListener(move);
      for (const { element } of labels) element.remove();
    },
  };
}
