/** Brings in the copy of somebody's data that another place made. */
export { AccountImport, type ImportReport } from './imports/account-import.js';
/** Where strangers may see people: how each is found there, and hidden. */
export { PublicSurfaces } from './minors/public-surfaces.js';
/** What people object to. */
export { Objections } from './choices/objections.js';
export { PrivacyModule } from './privacy.module.js';
/** Counts what is used here, without anybody in the counts. */
export { UsageCounters } from './usage/usage-counters.js';
