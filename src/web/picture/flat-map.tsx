/**
 * The attack on a flat map, drawn on a canvas: what readers without WebGL see, and anyone who asks for it. Plate
 * carrée, turned so that the middle of origin and targets is the middle of the map.
 */
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { geoEquirectangular, type GeoProjection } from 'd3-geo';
import { rateAt, usePlayback } from '../state/playback.js';
import { openStory, useSession } from '../state/session.js';
import { drawFlatAttack, missileNear } from './flat-attack.js';
import { drawLand, loadOutlines, type Outlines } from './land.js';
import { readPalette } from './palette.js';
import { middleOf, sitesOf } from './sites.js';

export function FlatMap({ label }: { readonly label: string }): ReactElement {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const replay = useSession((state) => state.replay);
  const plan = useSession((state) => state.answer?.compiled.plan);
  const scheme = useComputedColorScheme('dark');
  const [outlines, setOutlines] = useState<Outlines | null>(null);
  useEffect(() => { void loadOutlines().then(setOutlines); }, []);

  const sites = useMemo(() => (plan === undefined ? [] : sitesOf(plan)), [plan]);
  const projection = useMemo(() => (width > 0 && height > 0 ? project(width, height, sites) : null), [width, height, sites]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null || projection === null || canvas.current === null) return undefined;
    const density = Math.min(window.devicePixelRatio, 2);
    canvas.current.width = Math.round(width * density);
    canvas.current.height = Math.round(height * density);
    const palette = readPalette();
    const ground = document.createElement('canvas');
    ground.width = canvas.current.width;
    ground.height = canvas.current.height;
    const groundContext = ground.getContext('2d');
    if (groundContext !== null && outlines !== null) {
      groundContext.setTransform(density, 0, 0, density, 0, 0);
      drawLand(groundContext, projection, outlines, palette, 1);
    }
    const draw = (): void => {
      const state = usePlayback.getState();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(ground, 0, 0);
      context.setTransform(density, 0, 0, density, 0, 0);
      if (replay !== null) drawFlatAttack(context, projection, { replay, sites, palette }, { t_s: state.time_s, rate: rateAt(state) });
    };
    draw();
    return usePlayback.subscribe((state, before) => { if (state.time_s !== before.time_s) draw(); });
  }, [outlines, projection, replay, sites, scheme, width, height]);

  const pick = (event: MouseEvent<HTMLCanvasElement>): void => {
    if (replay === null || projection === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const key = missileNear(replay, projection, usePlayback.getState().time_s, [event.clientX - box.left, event.clientY - box.top]);
    if (key !== '') openStory(key);
  };

  return (
    <div ref={ref} className="flat-map">
      <canvas ref={canvas} role="img" aria-label={label} onClick={pick} />
    </div>
  );
}

/** As much of the world as the raid needs and a third more; the pole at the top edge where the frame is tall enough. */
function project(width: number, height: number, sites: Parameters<typeof middleOf>[0]): GeoProjection {
  const { lon_rad } = middleOf(sites);
  const reach_rad = sites.reduce((widest, site) => (site.kind === 'battery' ? widest : Math.max(widest, Math.abs(wrapped(site.lon_rad - lon_rad)))), 0.5);
  const scale = width / Math.min(2 * Math.PI, 2 * reach_rad + MARGIN_RAD);
  const shown_deg = (height / scale) * (180 / Math.PI);
  const centreLat_deg = shown_deg >= 180 ? 0 : 90 - shown_deg / 2;
  return geoEquirectangular().rotate([(-lon_rad * 180) / Math.PI, 0]).center([0, centreLat_deg]).scale(scale).translate([width / 2, height / 2]).precision(0.3);
}

const MARGIN_RAD = 1.4;
const wrapped = (angle_rad: number): number => angle_rad - 2 * Math.PI * Math.round(angle_rad / (2 * Math.PI));
