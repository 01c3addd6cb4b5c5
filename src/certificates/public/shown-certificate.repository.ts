import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type CertificateFacts } from '../facts.js';

/** What became of a certificate, for whoever has its link. `hidden`: it is not shown now. */
export type ShownState = 'valid' | 'suspended' | 'hidden' | 'expired' | 'revoked';

export interface ShownCertificate {
  readonly id: string;
  readonly state: ShownState;
  readonly now: Date;
  readonly issuedAt: Date;
  readonly validUntil: Date;
  readonly revokedAt: Date | null;
  readonly revokedBecause: 'clip_withdrawn' | 'erased' | 'operator' | 'corrected' | 'given_back' | null;
  /** All of it that is personal; null unless it is valid. */
  readonly shown: { readonly ownerId: string; readonly name: string; readonly facts: CertificateFacts; readonly jwt: string | null; readonly hasClip: boolean; readonly hasCaptions: boolean; readonly hasCard: boolean } | null;
}

const IS_SHOWN = 'p.grant_expires_at > clock.now() and (p.hidden_until is null or p.hidden_until <= clock.now())';
const IS_VALID = `c.state = 'issued' and c.valid_until > clock.now() and c.suspended_at is null and ${IS_SHOWN}`;
const HAS_CLIP = `k.grant_expires_at > clock.now()`;

/** Certificates as strangers reach them: by the end of their link, and no other way. */
@Injectable()
export class ShownCertificateRepository {
  /** Null for what was never issued. */
  async find(tx: Tx, slug: string): Promise<ShownCertificate | null> {
    const [row] = await tx.query<ShownCertificate[]>(
      `select c.id, clock.now() as now, c.issued_at as "issuedAt", c.valid_until as "validUntil", c.revoked_at as "revokedAt", c.revoked_because as "revokedBecause",
              case when c.state <> 'issued' then c.state when c.valid_until <= clock.now() then 'expired'
                   when p.certificate_id is null or not (${IS_SHOWN}) then 'hidden' when c.suspended_at is not null then 'suspended' else 'valid' end as state,
              case when ${IS_VALID} then jsonb_build_object('ownerId', c.candidate_id, 'name', b.name, 'facts', b.facts, 'jwt', b.jwt,
                'hasClip', coalesce(${HAS_CLIP}, false), 'hasCaptions', coalesce(${HAS_CLIP} and k.captions is not null, false), 'hasCard', f.object is not null) end as shown
       from certificates.certificate c left join certificates.content b on b.certificate_id = c.id left join certificates.publication p on p.certificate_id = c.id
         left join certificates.clip k on k.certificate_id = c.id left join certificates.file f on f.certificate_id = c.id and f.kind = 'card_png'
       where c.slug = $1 and c.state in ('issued', 'revoked', 'expired')`,
      [slug],
    );
    return row ?? null;
  }

  /** The stored clip and what is said in it, as long as both consents, to the page and to the clip, live; null otherwise. */
  async clip(tx: Tx, slug: string): Promise<{ object: string; captions: string | null } | null> {
    const [row] = await tx.query<{ object: string; captions: string | null }[]>(
      `select k.object, k.captions from certificates.certificate c join certificates.publication p on p.certificate_id = c.id join certificates.clip k on k.certificate_id = c.id
       where c.slug = $1 and ${IS_VALID} and ${HAS_CLIP}`,
      [slug],
    );
    return row ?? null;
  }

  /** The stored picture that stands for the page where its link is shared. */
  async card(tx: Tx, slug: string): Promise<string | null> {
    const [row] = await tx.query<{ object: string }[]>(
      `select f.object from certificates.certificate c join certificates.publication p on p.certificate_id = c.id join certificates.file f on f.certificate_id = c.id and f.kind = 'card_png'
       where c.slug = $1 and ${IS_VALID}`,
      [slug],
    );
    return row?.object ?? null;
  }
}
