export { AuditLog } from './audit-log.js';
export { type AuditEntry, type AuditActor, type RecordedEntry } from './audit-entry.js';
export { type AuditVerdict } from './audit-chain.js';
export { AuditModule } from './audit.module.js';
