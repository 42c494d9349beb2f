/** Names of places over the globe as page text: sharp at any resolution of the picture, hidden behind the Earth. */
import { Cartesian3, SceneTransforms, type Scene } from '@cesium/engine';
import { titleOf } from '../answer/titles.js';
import { placeLabels } from '../../figures/maps/place-labels.js';
import type { Site } from './sites.js';

export function labelPlaces(scene: Scene, holder: HTMLElement, sites: readonly Site[]): { destroy(): void } {
  const labels = sites.filter((site) => site.kind !== 'battery').map((site) => {
    const element = document.createElement('span');
    element.className = 'globe-label';
    element.setAttribute('aria-hidden', 'true');
    element.style.visibility = 'hidden';
    element.textContent = titleOf(site.name);
    holder.append(element);
    return { element, position: Cartesian3.fromRadians(site.lon_rad, site.lat_rad, 0), place: '' };
  });
  const towards = new Cartesian3();
  // A place on the ground is on the near side when the camera stands above its horizon.
  const isNear = (place: Cartesian3): boolean => Cartesian3.dot(Cartesian3.subtract(scene.camera.positionWC, place, towards), place) > 0;
  const widths: number[] = [];
  const move = (): void => {
    // Measured once they stand in the page: a width is the same at every moment.
    if (widths.length === 0) widths.push(...labels.map(({ element }) => element.offsetWidth));
    const seen = labels.map(({ position }, i) => {
      const at = isNear(position) ? SceneTransforms.worldToWindowCoordinates(scene, position) : undefined;
      return at === undefined ? null : { x: at.x, y: at.y, width: widths[i] ?? 0 };
    });
    placeLabels(seen).forEach((corner, i) => {
      const label = labels[i], place = corner === null ? 'none' : `translate(${corner.left.toFixed(0)}px, ${corner.top.toFixed(0)}px)`;
      if (label === undefined || place === label.place) return;
      label.place = place;
      label.element.style.visibility = corner === null ? 'hidden' : '';
      if (corner !== null) label.element.style.transform = place;
    });
  };
  scene.postRender.addEventListener(move);
  return {
    destroy() {
      scene.postRender.removeEventListener(move);
      for (const { element } of labels) element.remove();
    },
  };
}
