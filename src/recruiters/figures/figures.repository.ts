import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { SHOWN_STATE } from '../invitations/hidden-people.js';

/** How far the people came who were invited: each step counts those who took it. */
export interface Funnel {
  readonly invited: number;
  readonly opened: number;
  readonly started: number;
  readonly handedIn: number;
  readonly decided: number;
  /** Those who opened it or said no. */
  readonly answered: number;
  readonly declined: number;
  readonly expired: number;
  /** Called off by the organisation. */
  readonly revoked: number;
  readonly withdrawn: number;
  /** From the invitation to the handing in, in seconds; null without anybody who did. */
  readonly medianSeconds: number | null;
}

/** Which invitations are counted: those sent from one moment to another, of one template or of all. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly templateId: string | null;
}

export type TemplateFunnel = Funnel & { readonly templateId: string; readonly jobTitle: string };

/** Of a week that begins on a Monday (UTC): how many of those who were invited then have handed in by now. */
export interface Week {
  readonly begins: string;
  readonly invited: number;
  readonly handedIn: number;
}

const FUNNEL = `count(*)::int as invited, count(i.opened_at)::int as opened, count(i.started_at)::int as started, count(i.completed_at)::int as "handedIn",
  (count(*) filter (where exists (select from recruiters.decision d where d.invitation_id = i.id)))::int as decided,
  (count(*) filter (where i.opened_at is not null or i.state = 'declined'))::int as answered,
  (count(*) filter (where i.state = 'declined'))::int as declined, (count(*) filter (where recruiters.state_of(i) = 'expired'))::int as expired,
  (count(*) filter (where i.state = 'revoked'))::int as revoked, (count(*) filter (where ${SHOWN_STATE} = 'withdrawn'))::int as withdrawn,
  (percentile_cont(0.5) within group (order by extract(epoch from i.completed_at - i.invited_at)))::float8 as "medianSeconds"`;
const COUNTED = `recruiters.invitation i where i.organisation_id = $1 and i.invited_at >= $2 and i.invited_at < $3 and i.expires_at > clock.now()`;

/** Statements that count the invitations of one organisation. No person is in what they give. */
@Injectable()
export class FiguresRepository {
  async funnel(tx: Tx, organisationId: string, { from, to, templateId }: Span): Promise<Funnel> {
    const [row] = await tx.query<Funnel[]>(`select ${FUNNEL} from ${COUNTED} and ($4::uuid is null or i.template_id = $4)`, [organisationId, from, to, templateId]);
    if (!row) throw new Error('A count always has one row');
    return row;
  }

  /** By template, those with the most invitations first. */
  byTemplate(tx: Tx, organisationId: string, { from, to }: Omit<Span, 'templateId'>, limit: number): Promise<TemplateFunnel[]> {
    return tx.query(
      `select i.template_id as "templateId", (select v.job_title from recruiters.template_version v where v.template_id = i.template_id order by v.version desc limit 1) as "jobTitle", ${FUNNEL}
       from ${COUNTED} group by i.template_id order by invited desc, i.template_id desc limit $4`,
      [organisationId, from, to, limit],
    );
  }

  weeks(tx: Tx, organisationId: string, { from, to, templateId }: Span): Promise<Week[]> {
    return tx.query(
      `select w::date::text as begins, count(i.id)::int as invited, count(i.completed_at)::int as "handedIn"
       from generate_series(date_trunc('week', $2::timestamptz at time zone 'UTC'), ($3::timestamptz - interval '1 second') at time zone 'UTC', interval '1 week') w
       left join (select i.* from ${COUNTED} and ($4::uuid is null or i.template_id = $4)) i on date_trunc('week', i.invited_at at time zone 'UTC') = w
       group by w order by w`,
      [organisationId, from, to, templateId],
    );
  }
}
