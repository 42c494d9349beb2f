/**
 * Builds the page to dist/page. Everything is addressed relative to the page, so that it works from a plain file
 * server, offline and under a sub-path. Cesium's workers are fetched by name at run time and are copied as they are;
 * the catalogue is the one that `npm run build` made for Node.
 */
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withoutBulk } from './vite.engine.config.js';

const root = dirname(fileURLToPath(import.meta.url));
const cesium = join(root, 'node_modules/@cesium/engine');
const catalogue = join(root, 'dist/catalogue.json');

/** No inline script, no eval, nothing from elsewhere. Mantine writes its variables into a style element, hence styles. */
const POLICY = [
  "default-src 'self'", "script-src 'self'", "worker-src 'self'", "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:", "connect-src 'self'", "font-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'none'",
].join('; ');

/** The policy belongs to what is shipped; the development server injects inline scripts that it would block. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'cupola-content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' }],
});

/**
 * Decoders of 3D model formats that Cesium imports and this page never uses. They would compile WebAssembly as soon as
 * they are loaded, which the policy rightly refuses.
 */
const UNUSED_DECODERS: Readonly<Record<string, string>> = {
  meshoptimizer: 'export const MeshoptDecoder = undefined;',
  '@spz-loader/core': 'export const loadSpz = undefined;',
};
const withoutDecoders = (): Plugin => ({
  name: 'cupola-without-decoders',
  enforce: 'pre',
  resolveId: (id) => (id in UNUSED_DECODERS ? `\0unused:${id}` : undefined),
  load: (id) => (id.startsWith('\0unused:') ? UNUSED_DECODERS[id.slice('\0unused:'.length)] : undefined),
});

/** What Cesium fetches by name: its workers, and two tables it looks at even for a plain ellipsoid. */
const CESIUM_FILES: readonly (readonly [string, string])[] = [
  ['Build/Workers', 'Workers'], ['Source/Assets/IAU2006_XYS', 'Assets/IAU2006_XYS'], ['Source/Assets/approximateTerrainHeights.json', 'Assets/approximateTerrainHeights.json'],
];

/** Files that are fetched by name while the page runs. */
const runtimeFiles = (): Plugin => ({
  name: 'cupola-runtime-files',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      const file = path.endsWith('/catalogue.json') ? catalogue
        : cesiumFile(normalize(path.slice(path.indexOf('/cesium/') + '/cesium/'.length)));
      if (file === '' || !existsSync(file) || !statSync(file).isFile()) return next();
      response.setHeader('Content-Type', extname(file) === '.json' ? 'application/json' : 'text/javascript');
      response.end(readFileSync(file));
    });
  },
  writeBundle(options) {
    const out = options.dir ?? join(root, 'dist/page');
    if (!existsSync(join(out, 'index.html'))) return;
    for (const [from, to] of CESIUM_FILES) cpSync(join(cesium, from), join(out, 'cesium', to), { recursive: true });
    if (!existsSync(catalogue)) throw new Error('dist/catalogue.json is missing: build the catalogue before the page');
    cpSync(catalogue, join(out, 'catalogue.json'));
  },
});

function cesiumFile(path: string): string {
  const found = CESIUM_FILES.find(([, to]) => path.startsWith(to));
  return found === undefined ? '' : join(cesium, found[0], path.slice(found[1].length));
}

export default defineConfig({
  root: join(root, 'src/web'),
  base: './',
  publicDir: false,
  plugins: [withoutDecoders(), withoutBulk(), react(), contentSecurityPolicy(), runtimeFiles()],
  // satellite.js and others use top-level await, which only module workers know.
  worker: { format: 'es', plugins: () => [withoutBulk()] },
  build: {
    outDir: join(root, 'dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    // The globe is one large chunk by nature and is loaded after the answer.
    chunkSizeWarningLimit: 6000,
    assetsInlineLimit: 0,
  },
});
