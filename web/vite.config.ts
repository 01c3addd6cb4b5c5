import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';

/** The question bank is YAML; a guest's browser holds it as it stands. */
const yaml = (): Plugin => ({
  name: 'yaml',
  transform: (code, id) => (id.endsWith('.yaml') ? { code: `export default ${JSON.stringify(parse(code))}`, map: null, moduleType: 'js' } : null),
});

/** `npm run build` writes web/dist; the server puts its nonce of each request in the place of `__CSP_NONCE__`. */
export default defineConfig({
  plugins: [react(), yaml()],
  worker: { format: 'es', plugins: () => [yaml()] },
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A data: URL would need `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    // The server finds by it what belongs to the pages it writes itself.
    manifest: true,
    rolldownOptions: { input: ['index.html', 'src/certificate-page/page.ts'].map((entry) => fileURLToPath(new URL(entry, import.meta.url))) },
  },
  server: { port: 4173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:3000' } },
});
