export { AuditLog } from './audit-log.js';
export { type AuditEntry, type AuditActor, type RecordedEntry } from './audit-entry.js';
export { type AuditVerdict } from './audit-chain.js';
export { AuditVerifications, type AuditVerification } from './audit-verifications.js';
export { AuditModule } from './audit.module.js';
