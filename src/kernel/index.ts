export { newId, isId, newToken, hashToken } from './id.js';
export { AppError, notFound } from './app-error.js';
export { Money } from './money.js';
export { Period } from './period.js';
export { Turnstile } from './turnstile.js';
export { canonicalJson, type Json } from './canonical-json.js';
export { csvRecord } from './csv.js';
