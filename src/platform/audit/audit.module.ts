import { Global, Module } from '@nestjs/common';
import './audit.invariants.js';
import './audit.personal-data.js';
import { AuditLog } from './audit-log.js';
import { AuditVerifications } from './audit-verifications.js';

@Global()
@Module({ providers: [AuditLog, AuditVerifications], exports: [AuditLog, AuditVerifications] })
export class AuditModule {}
