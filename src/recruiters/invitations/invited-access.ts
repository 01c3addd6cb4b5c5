import { Injectable } from '@nestjs/common';
import { ConsentGate, type Consented } from '../../consent/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { TemplateRepository } from '../templates/template.repository.js';
import { isHidden } from './hidden-people.js';

const MOST = 500;
const READABLE = `select a.invitation_id as "invitationId", a.interview_id as "interviewId", a.candidate_id as "candidateId" from recruiters.report_access a join recruiters.invitation i on i.id = a.invitation_id
  where a.organisation_id = $1 and a.ends_at > clock.now() and a.grant_expires_at > clock.now() and i.expires_at > clock.now() and not ${isHidden('a.candidate_id')}`;

interface Row {
  readonly invitationId: string;
  readonly interviewId: string;
  readonly candidateId: string;
}

/** An invited interview that the organisation may read until the transaction ends. */
export interface Readable {
  readonly consented: Consented<'invited_result'>;
  readonly invitationId: string;
  readonly interviewId: string;
}

/** What came back to an organisation and can be read by it now: handed in, not over, with a consent that lives, and of nobody who is hidden. All else is not there. */
@Injectable()
export class InvitedAccess {
  constructor(
    private readonly gate: ConsentGate,
    private readonly templates: TemplateRepository,
  ) {}

  /** 404 for what is not handed in yet, over, taken back, hidden, or another organisation's. The seat comes from `Seats.searching`. */
  async reading(tx: Tx, { organisationId }: Seat, invitationId: string): Promise<Readable> {
    const [row] = await tx.query<Row[]>(`${READABLE} and a.invitation_id = $2`, [organisationId, invitationId]);
    const readable = row && (await this.prove(tx, row));
    if (!readable) throw notFound();
    return readable;
  }

  /** Of a template, the newest invitations first, at most 500; 404 for another organisation's template. */
  async listReadable(tx: Tx, { organisationId }: Seat, templateId: string): Promise<Readable[]> {
    await this.templates.getMine(tx, organisationId, templateId);
    const rows = await tx.query<Row[]>(`${READABLE} and i.template_id = $2 order by i.id desc limit ${MOST}`, [organisationId, templateId]);
    const found: Readable[] = [];
    for (const row of rows) {
      const readable = await this.prove(tx, row);
      if (readable) found.push(readable);
    }
    return found;
  }

  private async prove(tx: Tx, { candidateId, invitationId, interviewId }: Row): Promise<Readable | null> {
    const consented = await this.gate.find(tx, candidateId, 'invited_result', invitationId);
    return consented && { consented, invitationId, interviewId };
  }
}
