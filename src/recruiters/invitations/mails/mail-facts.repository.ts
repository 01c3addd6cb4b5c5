import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { type Named } from '../../organisations/named.js';
import { type TemplateContent } from '../../templates/template-content.js';

/** An invitation as far as a mail about it needs to know. */
export interface MailFacts {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly message: string | null;
  /** The account it goes with, once it is accepted. */
  readonly candidateId: string | null;
  readonly versionId: string;
  readonly organisation: Named;
  readonly clientName: string | null;
  readonly jobTitle: string;
  readonly content: TemplateContent;
  readonly invitedAt: Date;
  readonly deadlineAt: Date;
  readonly seenAt: Date;
}

/** Statements about whom mails go to, whoever asked for them. */
@Injectable()
export class MailFactsRepository {
  /** Those of these invitations that have an address still, in the order of their ids. */
  of(tx: Tx, ids: readonly string[]): Promise<MailFacts[]> {
    return tx.query(
      `select i.id, i.email, i.name, i.message, i.candidate_id as "candidateId", v.id as "versionId", v.client_name as "clientName", v.job_title as "jobTitle", v.content, i.invited_at as "invitedAt", i.deadline_at as "deadlineAt", clock.now() as "seenAt",
         jsonb_build_object('name', o.name, 'domain', o.domain, 'isDomainVerified', o.domain_verified_at is not null) as organisation
       from recruiters.invitation i join recruiters.organisation o on o.id = i.organisation_id join recruiters.template_version v on v.id = i.template_version_id
       where i.id = any ($1) and i.email is not null order by i.id`,
      [ids],
    );
  }

  /** Makes links that open these invitations, beside those there are. */
  async addLinks(tx: Tx, links: readonly { readonly id: string; readonly tokenHash: string }[]): Promise<void> {
    await tx.query('insert into recruiters.invitation_link (token_hash, invitation_id) select "tokenHash", id from jsonb_to_recordset($1::jsonb) as l (id uuid, "tokenHash" text)', [JSON.stringify(links)]);
  }

  /** None of its links works any more. */
  async dropLinks(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from recruiters.invitation_link where invitation_id = $1', [id]);
  }
}
