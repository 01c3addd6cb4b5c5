export { ConsentGate } from './consent-gate.js';
export { ConsentDesk, type ConsentAct } from './consent-desk.js';
export { endScopes } from './end-scope.js';
export { type Consented } from './consented.js';
export { DisclosureLog, type DisclosureLine } from './disclosure-log.js';
export { accountGone } from './consent.errors.js';
export { LedgerChecks } from './ledger-checks.js';
export { consentEnded, consentEnding } from './consent.events.js';
export { ConsentModule } from './consent.module.js';
