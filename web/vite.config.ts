import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run build` writes web/dist; the server puts its nonce of each request in the place of `__CSP_NONCE__`. */
export default defineConfig({
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A data: URL would need `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
  },
  server: { port: 4173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:3000' } },
});
