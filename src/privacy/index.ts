/** Counts what every module holds of an account, table by table. */
export { heldRows } from './holdings.js';
/** What people object to. */
export { Objections } from './choices/objections.js';
export { PrivacyModule } from './privacy.module.js';
