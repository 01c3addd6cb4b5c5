export { keyFor, keyedHash, seal, unseal } from './keys.js';
