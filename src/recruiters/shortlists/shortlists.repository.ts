import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type ShortlistLine } from './shortlist.js';

/** Statements about the shortlists of one organisation; another's are not found. */
@Injectable()
export class ShortlistRepository {
  /** Until the transaction ends, nobody else counts or adds shortlists of the organisation. */
  async lockShelf(tx: Tx, organisationId: string): Promise<void> {
    await tx.query('select 1 from recruiters.organisation where id = $1 for no key update', [organisationId]);
  }

  /** The one changed last first. `talentId`: says where this person stands already. */
  list(tx: Tx, organisationId: string, talentId: string | null): Promise<ShortlistLine[]> {
    return tx.query(
      `select s.id, s.name, count(e.id)::int as people, coalesce(max(e.added_at), s.created_at) as "changedAt",
         (select m.id from recruiters.shortlist_entry m where m.shortlist_id = s.id and m.talent_id = $2) as "entryId"
       from recruiters.shortlist s left join recruiters.shortlist_entry e on e.shortlist_id = s.id
       where s.organisation_id = $1 group by s.id order by "changedAt" desc, s.id desc`,
      [organisationId, talentId],
    );
  }

  async count(tx: Tx, organisationId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from recruiters.shortlist where organisation_id = $1', [organisationId]);
    return row?.count ?? 0;
  }

  async add(tx: Tx, organisationId: string, id: string, name: string): Promise<void> {
    await tx.query('insert into recruiters.shortlist (id, organisation_id, name) values ($1, $2, $3)', [id, organisationId, name]);
  }

  async getMine(tx: Tx, organisationId: string, id: string): Promise<{ id: string; name: string }> {
    const [row] = await tx.query<{ id: string; name: string }[]>('select id, name from recruiters.shortlist where id = $2 and organisation_id = $1', [organisationId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** As `getMine`, and nobody else adds to it until the transaction ends. */
  async lockMine(tx: Tx, organisationId: string, id: string): Promise<void> {
    const rows = await tx.query<object[]>('select 1 from recruiters.shortlist where id = $2 and organisation_id = $1 for no key update', [organisationId, id]);
    if (rows.length === 0) throw notFound();
  }

  async rename(tx: Tx, organisationId: string, id: string, name: string): Promise<void> {
    const [rows] = await tx.query<[object[], number]>('update recruiters.shortlist set name = $3 where id = $2 and organisation_id = $1 returning id', [organisationId, id, name]);
    if (rows.length === 0) throw notFound();
  }

  async delete(tx: Tx, organisationId: string, id: string): Promise<void> {
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.shortlist where id = $2 and organisation_id = $1 returning id', [organisationId, id]);
    if (rows.length === 0) throw notFound();
  }
}
