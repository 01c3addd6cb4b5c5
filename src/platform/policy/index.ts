export { Policy } from './policy.js';
export { retentionClasses, type RetentionClass } from './policy.schema.js';
export { PolicyModule } from './policy.module.js';
export { isOfSession, purposes, purposesOfCertificate, purposesOfInvitation, purposesOfOne, purposesOfSession, type Purpose } from './purposes.js';
export { type Product } from './sold.schema.js';
