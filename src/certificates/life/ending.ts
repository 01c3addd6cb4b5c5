import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { purposesOfCertificate } from '../../platform/policy/index.js';
import { ObjectStore } from '../../platform/storage/index.js';

/** What goes when a certificate ends: all of it but the line that says what became of it. */
@Injectable()
export class Ending {
  constructor(private readonly objects: ObjectStore) {}

  /** Of certificates that are no longer issued: their consents end, and everything personal is gone when `tx` commits, their bytes right after. */
  async clear(tx: Tx, ...certificateIds: readonly string[]): Promise<void> {
    const stored = await tx.query<{ object: string }[]>(
      'select object from certificates.file where certificate_id = any($1) union all select object from certificates.clip where certificate_id = any($1)', [certificateIds]);
    await endScopes(tx, purposesOfCertificate, certificateIds, 'certificates');
    for (const { object } of stored) await this.objects.remove(tx, object);
    await tx.query('delete from certificates.content where certificate_id = any($1)', [certificateIds]);
  }

  /** Corrections that are under way of certificates that the caller holds: there is nothing to be corrected any more. */
  async dropCorrections(tx: Tx, ...certificateIds: readonly string[]): Promise<void> {
    const begun = await tx.query<{ id: string }[]>(`select id from certificates.certificate where replaces = any($1) and state in ('draft', 'issuing') order by id for update`, [certificateIds]);
    const ids = begun.map(({ id }) => id);
    await endScopes(tx, purposesOfCertificate, ids, 'certificates');
    await tx.query('delete from certificates.certificate where id = any($1)', [ids]);
  }
}
