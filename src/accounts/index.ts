export { AccountFacts } from './account-facts.js';
export { accountClosed } from './accounts.events.js';
export { AccountsModule } from './accounts.module.js';
export { DemoAccounts, type DemoPerson } from './demo-accounts.js';
export { OperatorClaims } from './operator-claims.js';
