export { ConsentGate } from './consent-gate.js';
export { ConsentDesk, type ConsentAct, type ConsentView } from './consent-desk.js';
export { endScope } from './end-scope.js';
export { type Consented } from './consented.js';
export { DisclosureLog, type Disclosure, type DisclosureLine } from './disclosure-log.js';
export { consentEnded, consentEnding } from './consent.events.js';
export { ConsentModule } from './consent.module.js';
