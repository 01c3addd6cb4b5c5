import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';

/** A certificate that anybody with its link can see. The score is a decimal with three places, cut off: `'8.040'`. */
export interface ListedCertificate {
  readonly certificateId: string;
  /** Of its page, `/c/<slug>`, which bears a name. */
  readonly slug: string;
  readonly role: string;
  readonly score: string;
  readonly validUntil: Date;
  /** Decimals with two or three places, by the title of the competency. */
  readonly competencies: readonly { readonly title: string; readonly score: string }[];
  /** Who judged the answers. */
  readonly evaluator: string;
}

/** What of somebody's certificates may stand beside what else is told of them. */
@Injectable()
export class ListedCertificates {
  /** Of those that are public and valid, the one with the highest score; of two alike, the one that lasts longer. Null without one. */
  async best(tx: Tx, accountId: string): Promise<ListedCertificate | null> {
    const [row] = await tx.query<ListedCertificate[]>(
      `select c.id as "certificateId", c.slug, b.facts ->> 'roleTitle' as role, c.valid_until as "validUntil", b.facts -> 'competencies' as competencies, b.facts -> 'evaluator' ->> 'name' as evaluator, (${SCORE})::text as score
       from certificates.certificate c join certificates.publication p on p.certificate_id = c.id join certificates.content b on b.certificate_id = c.id
       where c.candidate_id = $1 and c.state = 'issued' and c.suspended_at is null and c.valid_until > clock.now() and p.grant_expires_at > clock.now()
       order by ${SCORE} desc, c.valid_until desc, c.id limit 1 for key share of p`,
      [accountId],
    );
    return row ?? null;
  }
}

/** The exact score is a fraction. */
const SCORE = `trunc(split_part(b.facts ->> 'exact', '/', 1)::numeric / split_part(b.facts ->> 'exact', '/', 2)::numeric, 3)`;
