import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Set by hand: the oldest runtime that the app must work in, whatever the electron package in node_modules says.
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      rolldownOptions: {
        input: {
          main: resolve('src/main/main.ts'),
          engine: resolve('src/engine/host/utility.ts'),
          'reader-worker': resolve('src/engine/ingest/worker.ts'),
          'model-worker': resolve('src/engine/models/worker.ts'),
          quaere: resolve('src/cli/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      // A sandboxed preload is one CommonJS file that can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      rolldownOptions: { input: resolve('src/renderer/index.html') },
    },
  },
});
