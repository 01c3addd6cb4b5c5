import { keepsInvariant } from '../invariants/index.js';
import { AuditLog } from './audit-log.js';

keepsInvariant({
  name: 'audit.whole',
  says: 'Each entry of the audit log hangs from the one before it',
  async broken({ tx, get }) {
    const verdict = await get(AuditLog).verify(tx);
    return verdict.ok ? [] : [`entry ${verdict.brokenAt}`];
  },
});
