export { invariants, keepsInvariant, type Invariant, type Looking } from './invariant.js';
