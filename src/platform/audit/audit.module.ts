import { Global, Module } from '@nestjs/common';
import './audit.personal-data.js';
import { AuditLog } from './audit-log.js';

@Global()
@Module({ providers: [AuditLog], exports: [AuditLog] })
export class AuditModule {}
