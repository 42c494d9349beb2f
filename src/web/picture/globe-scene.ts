/**
 * The globe: a Cesium widget without its stock furniture, a flat two-tone Earth, and the attack drawn with point and
 * line primitives (one entity per object would be ten times slower under software rendering). Frames are drawn only
 * when something changed. Positions are Earth-fixed, which is Cesium's own frame.
 */
import {
  type Cartesian2, Cartesian3, CesiumWidget, Color, Credit, CreditDisplay, Event as CesiumEvent, GeographicTilingScheme, Globe, ImageryLayer, Math as CesiumMath,
  ScreenSpaceEventHandler, ScreenSpaceEventType, type ImageryProvider, type Scene,
} from '@cesium/engine';
import { geoEquirectangular } from 'd3-geo';
import type { Replay } from '../../engine/record/record.js';
import { drawCoverage, type CoverageShades, type PlateCarree } from './coverage-cells.js';
import { drawFootprints } from './footprint-drawing.js';
import type { FootprintRow } from './footprint-messages.js';
import { drawAttack, type AttackDrawing } from './globe-attack.js';
import { labelPlaces } from './globe-labels.js';
import { drawSwarm, type Swarm } from './globe-swarm.js';
import { drawLand, type Outlines } from './land.js';
import type { Palette } from './palette.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Site } from './sites.js';
import { viewFromAbove, viewFromSide, type Framing } from './viewpoints.js';

/** `lite` halves the work of a frame for computers that draw without a graphics card. */
export type Profile = 'lite' | 'quality';

const TEXTURE_WIDTH_PX = 4096, COVERAGE_WIDTH_PX = 2048, FOOTPRINT_WIDTH_PX = 4096;
const LITE_RESOLUTION = 0.75;
/** Slower than this a frame, averaged over the probe, and the lite profile is chosen. */
const LITE_FRAME_MS = 40;

export class GlobeScene {
  profile: Profile = 'quality';
  private readonly widget: CesiumWidget;
  private readonly handler: ScreenSpaceEventHandler;
  private attack: AttackDrawing | undefined;
  private labels: { destroy(): void } | undefined;
  private swarms: Swarm[] = [];
  private land: ImageryLayer | undefined;
  private coverage: ImageryLayer | undefined;
  private footprints: ImageryLayer | undefined;
  private palette: Palette;
  private updates = 0;
  private time_s = 0;

  constructor(private readonly container: HTMLElement, palette: Palette, onPick: (key: string) => void) {
    this.palette = palette;
    // Where Cesium looks for its workers and tables: beside the page, under whatever path that is.
    Object.assign(window, { CESIUM_BASE_URL: new URL('cesium/', document.baseURI).href });
    // Cesium asks to be named; the page does so in words under Sources instead of a logo on the picture.
    CreditDisplay.cesiumCredit = new Credit('CesiumJS', false);
    this.widget = new CesiumWidget(container, {
      globe: new Globe(), baseLayer: false, skyBox: false, skyAtmosphere: false, scene3DOnly: true, requestRenderMode: true,
      maximumRenderTimeChange: Infinity, orderIndependentTranslucency: false, msaaSamples: 1, showRenderLoopErrors: false,
      creditContainer: document.createElement('div'), creditViewport: document.createElement('div'),
      contextOptions: { webgl: { alpha: false, antialias: false, powerPreference: 'high-performance' } },
    });
    calm(this.widget.scene);
    this.paint(palette);
    this.handler = new ScreenSpaceEventHandler(this.widget.canvas);
    this.handler.setInputAction((event: { position: Cartesian2 }) => {
      const key = this.pick(event.position);
      if (key !== '') onPick(key);
    }, ScreenSpaceEventType.LEFT_CLICK);
    this.handler.setInputAction((event: { endPosition: Cartesian2 }) => {
      this.widget.canvas.style.cursor = this.attack !== undefined && this.pick(event.endPosition) !== '' ? 'pointer' : '';
    }, ScreenSpaceEventType.MOUSE_MOVE);
  }

  /** Colours of sea and empty space; the land follows with `setLand`. */
  paint(palette: Palette): void {
    this.palette = palette;
    this.widget.scene.backgroundColor = Color.fromCssColorString(palette.background);
    this.widget.scene.globe.baseColor = Color.fromCssColorString(palette.sea);
    this.widget.scene.requestRender();
  }

  setLand(outlines: Outlines): void {
    const canvas = document.createElement('canvas');
    canvas.width = TEXTURE_WIDTH_PX;
    canvas.height = TEXTURE_WIDTH_PX / 2;
    const context = canvas.getContext('2d');
    if (context === null) return;
    const projection = geoEquirectangular().translate([canvas.width / 2, canvas.height / 2]).scale(canvas.width / CesiumMath.TWO_PI).precision(0.1);
    drawLand(context, projection, outlines, this.palette, 2);
    if (this.widget.isDestroyed()) return;
    const layers = this.widget.scene.imageryLayers;
    if (this.land !== undefined) layers.remove(this.land);
    this.land = new ImageryLayer(imageOf(canvas));
    layers.add(this.land, 0);
    this.widget.scene.requestRender();
  }

  /** Lays shades of coverage over the land, or takes them away. */
  setCoverage(shades: CoverageShades | null): void {
    this.coverage = this.replaceLayer(this.coverage, COVERAGE_WIDTH_PX, shades === null ? null : (context, map) => drawCoverage(context, shades, map, this.palette));
  }

  /** Lays what is defended over the land, or takes it away. */
  setFootprints(rows: readonly FootprintRow[]): void {
    this.footprints = this.replaceLayer(this.footprints, FOOTPRINT_WIDTH_PX, rows.length === 0 ? null : (context, map) => drawFootprints(context, rows, map, this.palette));
  }

  /** The new layer, once it lies there; the one before goes last, so that the ground never flickers. */
  private replaceLayer(before: ImageryLayer | undefined, width: number, draw: ((context: CanvasRenderingContext2D, map: PlateCarree) => void) | null): ImageryLayer | undefined {
    const layers = this.widget.scene.imageryLayers, canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = width / 2;
    const context = draw === null ? null : canvas.getContext('2d');
    let layer: ImageryLayer | undefined;
    if (draw !== null && context !== null) {
      const perRadian = width / CesiumMath.TWO_PI;
      draw(context, { width, around: width, x: (lon_rad) => (lon_rad + Math.PI) * perRadian, y: (lat_rad) => (Math.PI / 2 - lat_rad) * perRadian });
      layer = new ImageryLayer(imageOf(canvas, true));
      layers.add(layer);
    }
    if (before !== undefined) layers.remove(before);
    this.widget.scene.requestRender();
    return layer;
  }

  /** Replaces the attack shown. */
  setReplay(replay: Replay, sites: readonly Site[]): void {
    const { scene } = this.widget;
    this.clear();
    this.labels = labelPlaces(scene, this.container, sites);
    this.swarms = replay.shells.map((shell) => drawSwarm(scene, replay, shell, this.palette));
    this.attack = drawAttack(scene, replay, { sites, palette: this.palette });
    this.widget.scene.requestRender();
  }

  /** Takes the attack away, until the next one. */
  clear(): void {
    this.attack?.destroy();
    this.labels?.destroy();
    for (const swarm of this.swarms) swarm.destroy();
    this.attack = this.labels = undefined;
    this.swarms = [];
    this.widget.scene.requestRender();
  }

  /** Moves everything to `t_s`; `rate` is simulated seconds per second, for the length of flashes. */
  update(t_s: number, rate: number): void {
    this.updates++;
    this.time_s = t_s;
    // Faint satellites crawl; on slow computers they need not move in every frame.
    const moveAll = this.profile === 'quality' || this.updates % 6 === 1;
    for (const swarm of this.swarms) swarm.update(t_s, moveAll ? 'all' : 'in-reach');
    this.attack?.update(t_s, rate);
    this.widget.scene.requestRender();
  }

  /** Looks at the raid; `replay` tells where a low flight is just now. */
  frame(plan: Plan, replay: Replay | null, what: Framing): void {
    const { camera } = this.widget.scene, side = what === 'side' && replay !== null ? viewFromSide(plan, replay, this.time_s) : null;
    if (side !== null) {
      const eye = Cartesian3.fromArray([...side.eye_ecef_m]), target = Cartesian3.fromArray([...side.target_ecef_m]);
      const direction = Cartesian3.normalize(Cartesian3.subtract(target, eye, new Cartesian3()), new Cartesian3());
      const right = Cartesian3.normalize(Cartesian3.cross(direction, target, new Cartesian3()), new Cartesian3());
      camera.setView({ destination: eye, orientation: { direction, up: Cartesian3.cross(right, direction, new Cartesian3()) } });
    } else {
      const { lon_rad, lat_rad, height_m } = viewFromAbove(plan, what === 'side' ? 'region' : what);
      camera.setView({ destination: Cartesian3.fromRadians(lon_rad, lat_rad, height_m), orientation: { heading: 0, pitch: -CesiumMath.PI_OVER_TWO, roll: 0 } });
    }
    this.widget.scene.requestRender();
  }

  /** Draws for a second and chooses the profile by the mean time of a frame. */
  async probe(): Promise<Profile> {
    const { scene } = this.widget;
    let frames = 0;
    const count = (): void => { frames++; };
    scene.postRender.addEventListener(count);
    const started = performance.now();
    while (performance.now() - started < 1000 && !this.widget.isDestroyed()) {
      scene.requestRender();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    if (this.widget.isDestroyed()) return 'lite';
    scene.postRender.removeEventListener(count);
    this.profile = (performance.now() - started) / Math.max(frames, 1) > LITE_FRAME_MS ? 'lite' : 'quality';
    this.widget.useBrowserRecommendedResolution = this.profile === 'lite';
    this.sharpen('still');
    scene.globe.maximumScreenSpaceError = this.profile === 'lite' ? 4 : 2;
    scene.requestRender();
    return this.profile;
  }

  /** Coarser while it moves on a slow computer, sharp when it stands still. */
  sharpen(how: 'moving' | 'still'): void {
    const scale = this.profile === 'lite' && how === 'moving' ? LITE_RESOLUTION : 1;
    if (this.widget.resolutionScale === scale) return;
    this.widget.resolutionScale = scale;
    this.widget.scene.requestRender();
  }

  onFailure(tell: (reason: string) => void): void {
    this.widget.scene.renderError.addEventListener(() => tell('The globe stopped drawing.'));
    this.widget.canvas.addEventListener('webglcontextlost', () => tell('The graphics system was lost.'));
  }

  destroy(): void {
    if (this.widget.isDestroyed()) return;
    this.handler.destroy();
    this.labels?.destroy();
    this.widget.destroy();
  }

  private pick(position: Cartesian2): string {
    const found: unknown = this.widget.scene.pick(position, 14, 14);
    const id = typeof found === 'object' && found !== null && 'id' in found ? found.id : undefined;
    return typeof id === 'string' ? id : '';
  }
}

/** One canvas as imagery, handed over as it is: an image address would be fetched, which the policy forbids. */
function imageOf(canvas: HTMLCanvasElement, hasAlphaChannel = false): ImageryProvider {
  const tilingScheme = new GeographicTilingScheme({ numberOfLevelZeroTilesX: 1, numberOfLevelZeroTilesY: 1 });
  const provider = {
    tileWidth: canvas.width, tileHeight: canvas.height, minimumLevel: 0, maximumLevel: 0, tilingScheme, rectangle: tilingScheme.rectangle,
    tileDiscardPolicy: undefined, errorEvent: new CesiumEvent(), credit: undefined, proxy: undefined, hasAlphaChannel,
    getTileCredits: () => [], requestImage: () => Promise.resolve(canvas), pickFeatures: () => undefined,
  };
  // Cesium's providers are classes without a public constructor; any object with these members is one.
  return provider as unknown as ImageryProvider;
}

/** Everything off that costs time or suggests a photograph. */
function calm(scene: Scene): void {
  scene.globe.enableLighting = false;
  scene.globe.showGroundAtmosphere = false;
  scene.globe.showWaterEffect = false;
  scene.globe.maximumScreenSpaceError = 4;
  scene.globe.tileCacheSize = 50;
  scene.fog.enabled = false;
  scene.highDynamicRange = false;
  scene.postProcessStages.fxaa.enabled = false;
  scene.screenSpaceCameraController.minimumZoomDistance = 300_000;
  scene.screenSpaceCameraController.maximumZoomDistance = 40_000_000;
  scene.screenSpaceCameraController.enableTilt = true;
}

