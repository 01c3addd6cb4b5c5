import { dirname, join } from 'node:path';
import type * as mediabunny from 'mediabunny';

// Importing it would have Node get ready what nobody asks for here.
const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

/** The library in its smallest file, without what reads files: loading its seventy modules one by one takes four times the processor time. */
export const library = require(join(dirname(require.resolve('mediabunny')), 'mediabunny.min.cjs')) as typeof mediabunny;
