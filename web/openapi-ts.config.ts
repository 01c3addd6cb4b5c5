import { defineConfig } from '@hey-api/openapi-ts';

/** Types of the server's own description; `api/schema.ts` gives them the names the screens use. */
const config = defineConfig({
  input: 'openapi.json',
  output: { path: 'web/src/api/generated', clean: true },
  plugins: ['@hey-api/typescript'],
});

export { config as default };
