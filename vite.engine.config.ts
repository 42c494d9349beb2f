/** Builds the engine of a pack to one file without packages beside it, so that an answer can be rerun in a year with nothing but Node. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));

/** Bulk propagation of satellite.js, loaded only when asked for and never asked for here. */
const UNUSED_BULK: readonly string[] = ['#wasm-single-thread', '#wasm-multi-thread'];
export const withoutBulk = (): Plugin => ({
  name: 'cupola-without-bulk',
  enforce: 'pre',
  resolveId: (id) => (UNUSED_BULK.includes(id) ? `\0unused:${id}` : undefined),
  load: (id) => (id.startsWith('\0unused:#') ? 'export default undefined;' : undefined),
});

export default defineConfig({
  root,
  publicDir: false,
  plugins: [withoutBulk()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: join(root, 'src/cli/pack/packed-engine.ts'),
    outDir: join(root, 'dist/engine'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { format: 'es', entryFileNames: 'cupola-engine.mjs', codeSplitting: false } },
  },
});
