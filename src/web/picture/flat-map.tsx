/**
 * The attack on a flat map, drawn on a canvas: what readers without WebGL see, and anyone who asks for it. Plate
 * carrée, turned so that the middle of origin and targets is the middle of the map.
 */
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { geoEquirectangular, type GeoProjection } from 'd3-geo';
import { hasTrail } from './trails.js';
import { rateAt, usePlayback } from '../state/playback.js';
import { openStory, useSession } from '../state/session.js';
import { drawCoverage, type PlateCarree } from './coverage-cells.js';
import { useCoverage } from './coverage.js';
import { drawFootprints } from './footprint-drawing.js';
import { useShownFootprints } from './footprints.js';
import { layAttack, missileNear } from './flat-attack.js';
import { drawLand, loadOutlines, type Outlines } from './land.js';
import { frameMap, type MapFrame } from './map-frame.js';
import { readPalette } from './palette.js';
import { sitesOf } from './sites.js';

export function FlatMap({ label }: { readonly label: string }): ReactElement {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const replay = useSession((state) => state.replay);
  const plan = useSession((state) => state.answer?.compiled.plan);
  const scheme = useComputedColorScheme('dark');
  const shades = useCoverage((state) => state.shades), footprints = useShownFootprints();
  const [outlines, setOutlines] = useState<Outlines | null>(null);
  useEffect(() => { void loadOutlines().then(setOutlines); }, []);

  const sites = useMemo(() => (plan === undefined ? [] : sitesOf(plan)), [plan]);
  const frame = useMemo(() => (width > 0 && height > 0 ? frameMap({ width, height }, sites, replay === null ? [] : replay.missiles.filter((missile) => hasTrail(replay, missile)).map(({ path }) => path)) : null), [width, height, sites, replay]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null || frame === null || canvas.current === null) return undefined;
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
      drawLand(groundContext, projectionOf(frame), outlines, palette, 1);
      if (shades !== null) drawCoverage(groundContext, shades, plateOf(frame), palette);
      drawFootprints(groundContext, footprints, plateOf(frame), palette);
      // Beyond the poles there is nothing.
      groundContext.fillStyle = palette.background;
      const north_px = height / 2 - frame.scale * (Math.PI / 2 - frame.lat_rad), south_px = height / 2 + frame.scale * (Math.PI / 2 + frame.lat_rad);
      groundContext.fillRect(0, 0, width, north_px);
      groundContext.fillRect(0, south_px, width, height);
    }
    const attack = replay === null ? null : layAttack(frame, { replay, sites, palette });
    const draw = (): void => {
      const state = usePlayback.getState();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(ground, 0, 0);
      context.setTransform(density, 0, 0, density, 0, 0);
      attack?.draw(context, { t_s: state.time_s, rate: rateAt(state) });
    };
    draw();
    return usePlayback.subscribe((state, before) => { if (state.time_s !== before.time_s) draw(); });
  }, [outlines, frame, replay, sites, scheme, shades, footprints, width, height]);

  const pick = (event: MouseEvent<HTMLCanvasElement>): void => {
    if (replay === null || frame === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const key = missileNear(replay, frame, usePlayback.getState().time_s, [event.clientX - box.left, event.clientY - box.top]);
    if (key !== '') openStory(key);
  };

  return (
    <div ref={ref} className="flat-map">
      <canvas ref={canvas} role="img" aria-label={label} onClick={pick} />
    </div>
  );
}

/** The frame as coverage is drawn on it. */
function plateOf({ width, height, lon_rad, lat_rad, scale }: MapFrame): PlateCarree {
  return { width, around: 2 * Math.PI * scale, x: (lon) => width / 2 + scale * (lon - lon_rad), y: (lat) => height / 2 - scale * (lat - lat_rad) };
}

/** The frame as d3 knows it, for the land. */
function projectionOf({ width, height, lon_rad, lat_rad, scale }: MapFrame): GeoProjection {
  return geoEquirectangular().rotate([(-lon_rad * 180) / Math.PI, 0]).center([0, (lat_rad * 180) / Math.PI]).scale(scale).translate([width / 2, height / 2]).precision(0.3);
}
