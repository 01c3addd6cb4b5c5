import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { type CertificateFacts } from '../../facts.js';

/** What the register says of a certificate that was issued, whatever became of it. */
export interface RegisterEntry {
  readonly state: 'valid' | 'suspended' | 'expired' | 'revoked';
  readonly issuedAt: Date;
  readonly validUntil: Date;
  /** Null once it has ended. */
  readonly content: { readonly name: string; readonly facts: CertificateFacts; readonly credential: string | null } | null;
  /** SHA-256 of each file that was made of it. */
  readonly sha256: readonly string[];
}

/** The certificates that were issued, as those who check one may know them. */
@Injectable()
export class RegisterRepository {
  async find(tx: Tx, slug: string): Promise<RegisterEntry | null> {
    const [row] = await tx.query<RegisterEntry[]>(
      `select c.issued_at as "issuedAt", c.valid_until as "validUntil",
         case when c.state = 'revoked' then 'revoked' when c.state = 'expired' or c.valid_until <= clock.now() then 'expired'
           when c.suspended_at is not null or p.certificate_id is null then 'suspended' else 'valid' end as state,
         case when co.certificate_id is not null then jsonb_build_object('name', co.name, 'facts', co.facts, 'credential', co.credential) end as content,
         array(select f.sha256 from certificates.file f where f.certificate_id = c.id) as sha256
       from certificates.certificate c left join certificates.content co on co.certificate_id = c.id left join certificates.publication p on p.certificate_id = c.id and p.grant_expires_at > clock.now() and (p.hidden_until is null or p.hidden_until <= clock.now())
       where c.slug = $1 and c.state in ('issued', 'revoked', 'expired')`, [slug]);
    return row ?? null;
  }
}
