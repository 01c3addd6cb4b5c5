// Loaded before a child that runs as TypeScript: its imports name the compiled files, which do not exist then. Tests start
// hundreds of them, and Node takes a quarter of a second to strip the types each time: what was translated already is taken.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve: (name, context, next) => next(name.startsWith('.') && context.parentURL?.endsWith('.ts') ? name.replace(/\.js$/, '.ts') : name, context),
});

const { translationOf } = await import('./translations.js');

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const translation = translationOf(filename, readFileSync(filename, 'utf8'));
    return existsSync(translation) ? { format: 'module', source: readFileSync(translation, 'utf8'), shortCircuit: true } : next(url, context);
  },
});
