/** Mounts the globe and keeps it in step with the session and the clock. Loaded after the first answer. */
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { rateAt, usePlayback } from '../state/playback.js';
import { giveUpGlobe, openStory, useSession } from '../state/session.js';
import { useCoverage } from './coverage.js';
import { useShownFootprints } from './footprints.js';
import { GlobeScene, type Profile } from './globe-scene.js';
import { loadOutlines } from './land.js';
import { readPalette } from './palette.js';
import { sitesOf } from './sites.js';
import { firstFraming, type Framing } from './viewpoints.js';

export function GlobePicture({ label, frames }: { readonly label: string; /** What to look at; a new object looks again, null for what suits the raid. */ readonly frames: { readonly what: Framing } | null }): ReactElement {
  const holder = useRef<HTMLDivElement>(null);
  const scene = useRef<GlobeScene | null>(null);
  const [profile, setProfile] = useState<Profile | 'probing'>('probing');
  const replay = useSession((state) => state.replay);
  const plan = useSession((state) => state.answer?.compiled.plan);
  const sites = useMemo(() => (plan === undefined ? null : sitesOf(plan)), [plan]);
  const scheme = useComputedColorScheme('dark');

  useEffect(() => {
    if (holder.current === null) return undefined;
    let globe: GlobeScene;
    try {
      globe = new GlobeScene(holder.current, readPalette(), openStory);
    } catch {
      giveUpGlobe('This browser cannot draw the globe (WebGL is missing).');
      return undefined;
    }
    scene.current = globe;
    globe.onFailure(giveUpGlobe);
    return () => {
      scene.current = null;
      globe.destroy();
    };
  }, []);

  useEffect(() => {
    const globe = scene.current;
    if (globe === null) return;
    globe.paint(readPalette());
    void loadOutlines().then((outlines) => { globe.setLand(outlines); return globe.probe(); }).then(setProfile, () => setProfile('lite'));
  }, [scheme]);

  useEffect(() => {
    const globe = scene.current;
    if (globe === null) return undefined;
    if (replay === null || sites === null) {
      globe.clear();
      return undefined;
    }
    globe.setReplay(replay, sites);
    const show = (): void => {
      const state = usePlayback.getState();
      globe.sharpen(state.isPlaying ? 'moving' : 'still');
      globe.update(state.time_s, rateAt(state));
    };
    show();
    return usePlayback.subscribe((state, before) => { if (state.time_s !== before.time_s || state.isPlaying !== before.isPlaying) show(); });
  }, [replay, sites, scheme]);

  const shades = useCoverage((state) => state.shades);
  useEffect(() => scene.current?.setCoverage(shades), [shades, scheme]);
  const footprints = useShownFootprints();
  useEffect(() => scene.current?.setFootprints(footprints), [footprints, scheme]);

  useEffect(() => {
    if (plan !== undefined) scene.current?.frame(plan, useSession.getState().replay, frames?.what ?? firstFraming(plan));
  }, [plan, frames]);

  return <div ref={holder} className="globe" role="img" aria-label={label} data-profile={profile} />;
}
