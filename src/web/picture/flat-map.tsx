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

function project(width: number, height: number, sites: Parameters<typeof middleOf>[0]): GeoProjection {
  const { lon_rad } = middleOf(sites);
  // The whole world in width; where the frame is taller, the map is enlarged around northern mid-latitudes, where raids fly.
  const scale = Math.max(width / (2 * Math.PI), height / Math.PI / 1.45);
  const centreLat_deg = height > scale * Math.PI ? 0 : Math.max(0, 90 - (height / scale / 2) * (180 / Math.PI));
  return geoEquirectangular().rotate([(-lon_rad * 180) / Math.PI, 0]).center([0, centreLat_deg]).scale(scale).translate([width / 2, height / 2]).precision(0.3);
}
