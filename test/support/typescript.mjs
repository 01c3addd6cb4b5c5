import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { translationOf, TRANSLATIONS } from '../../src/platform/children/translations.ts';

// Lets Node run our TypeScript as it stands: `node --import ./test/support/typescript.mjs file.ts`. Node's own type
// stripping knows neither decorators nor parameter properties. A run of the tests starts dozens of such processes, which
// have the same files before them: what one has translated, here and by V8, the others read.
const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** Where the source map lies of each address that was loaded in this process. */
export const sourceMaps = new Map();

mkdirSync(TRANSLATIONS, { recursive: true });
enableCompileCache(TRANSLATIONS);
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return next(source.href, context);
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: translated(url), shortCircuit: true };
  },
});

/** Translates all of the product, so that no two processes do, and none that may not write has to. */
export function translateProduct() {
  for (const path of globSync('src/**/*.ts', { cwd: root })) if (!path.endsWith('.spec.ts')) translated(pathToFileURL(join(root, path)).href);
}

function translated(url) {
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  const kept = translationOf(filename, source);
  sourceMaps.set(url, `${kept}.map`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code, map } = require('@swc/core').transformSync(source, { filename, sourceMaps: true });
  const program = `${code}\n//# sourceMappingURL=${pathToFileURL(kept).href}.map\n`;
  keep(`${kept}.map`, map);
  keep(kept, program);
  return program;
}

/** Another process may write the same at this moment: nobody reads half of it. */
function keep(path, text) {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
