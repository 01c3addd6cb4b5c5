import { keepsInvariant } from '../platform/invariants/index.js';

keepsInvariant({
  name: 'consent.whole',
  says: 'Each entry of the ledger of consents hangs from the one before it, and what is allowed is what the last entry says',
  async broken({ tx }) {
    const rows = await tx.query<{ ref: string; version: number | null; fault: string }[]>('select subject_ref as ref, version, fault from consent.faults() limit 10');
    return rows.map(({ ref, version, fault }) => `${fault} of ${ref} at ${version ?? 'no entry'}`);
  },
});
