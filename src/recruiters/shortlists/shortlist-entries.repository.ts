import { Injectable } from '@nestjs/common';
import { newId, notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Entry, type Note, type Stage } from './shortlist.js';

const ENTRY = `select e.id, e.shortlist_id as "shortlistId", e.talent_id as "talentId", e.stage, e.added_at as "addedAt",
    (select coalesce(array_agg(t.tag order by lower(t.tag), t.tag), '{}') from recruiters.shortlist_tag t where t.entry_id = e.id) as tags,
    (select count(*)::int from recruiters.shortlist_note n where n.entry_id = e.id) as notes
  from recruiters.shortlist_entry e join recruiters.shortlist s on s.id = e.shortlist_id`;

/** Statements about who stands on the shortlists of one organisation, and what is written about them there. */
@Injectable()
export class ShortlistEntryRepository {
  /** The one added last first. */
  list(tx: Tx, organisationId: string, shortlistId: string): Promise<Entry[]> {
    return tx.query(`${ENTRY} where s.organisation_id = $1 and s.id = $2 order by e.added_at desc, e.id desc`, [organisationId, shortlistId]);
  }

  async getMine(tx: Tx, organisationId: string, id: string): Promise<Entry> {
    const [row] = await tx.query<Entry[]>(`${ENTRY} where s.organisation_id = $1 and e.id = $2`, [organisationId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** As `getMine`, and nobody else changes it until the transaction ends. */
  async getMineLocked(tx: Tx, organisationId: string, id: string): Promise<Entry> {
    const rows = await tx.query<object[]>(
      `select 1 from recruiters.shortlist_entry e join recruiters.shortlist s on s.id = e.shortlist_id where s.organisation_id = $1 and e.id = $2 for no key update of e`, [organisationId, id]);
    if (rows.length === 0) throw notFound();
    return this.getMine(tx, organisationId, id);
  }

  /** The listing stays until the transaction ends; false when it has gone already. */
  async holdListing(tx: Tx, talentId: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select 1 from recruiters.talent_listing where talent_id = $1 for key share', [talentId]);
    return rows.length > 0;
  }

  async holds(tx: Tx, shortlistId: string, talentId: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select 1 from recruiters.shortlist_entry where shortlist_id = $1 and talent_id = $2', [shortlistId, talentId]);
    return rows.length > 0;
  }

  async count(tx: Tx, shortlistId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from recruiters.shortlist_entry where shortlist_id = $1', [shortlistId]);
    return row?.count ?? 0;
  }

  /** The id of their place; the same one when they stand there already. */
  async add(tx: Tx, shortlistId: string, talentId: string): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into recruiters.shortlist_entry as e (id, shortlist_id, talent_id) values ($1, $2, $3)
       on conflict (shortlist_id, talent_id) do update set stage = e.stage returning id`,
      [newId(), shortlistId, talentId],
    );
    if (!row) throw new Error('The entry was not written');
    return row.id;
  }

  /** How many of these stand on the shortlist; those that do are moved. */
  async move(tx: Tx, shortlistId: string, ids: readonly string[], stage: Stage): Promise<number> {
    const [, moved] = await tx.query<[unknown, number]>('update recruiters.shortlist_entry set stage = $3 where shortlist_id = $1 and id = any($2)', [shortlistId, ids, stage]);
    return moved;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from recruiters.shortlist_entry where id = $1', [id]);
  }

  /** The organisations on whose shortlists somebody stands. */
  async organisationsWith(tx: Tx, candidateId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct s.organisation_id as id from recruiters.shortlist_entry e join recruiters.shortlist s on s.id = e.shortlist_id
       join recruiters.talent_listing l on l.talent_id = e.talent_id where l.candidate_id = $1`,
      [candidateId],
    );
    return rows.map(({ id }) => id);
  }

  /** Does to the places of somebody on the shortlists of one organisation what the end of their listing does to all of them. */
  async sever(tx: Tx, organisationId: string, candidateId: string): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      `select e.id from recruiters.shortlist_entry e join recruiters.shortlist s on s.id = e.shortlist_id join recruiters.talent_listing l on l.talent_id = e.talent_id
       where s.organisation_id = $1 and l.candidate_id = $2 order by e.id for update of e`,
      [organisationId, candidateId],
    );
    const ids = rows.map(({ id }) => id);
    // Whoever was writing there has finished by now.
    for (const table of ['shortlist_tag', 'shortlist_note']) await tx.query(`delete from recruiters.${table} where entry_id = any($1)`, [ids]);
    await tx.query('update recruiters.shortlist_entry set talent_id = null where id = any($1)', [ids]);
  }

  async tag(tx: Tx, id: string, talentId: string, tags: readonly string[]): Promise<void> {
    await tx.query('delete from recruiters.shortlist_tag where entry_id = $1', [id]);
    await tx.query('insert into recruiters.shortlist_tag (entry_id, talent_id, tag) select $1, $2, tag from unnest($3::text[]) as tag', [id, talentId, tags]);
  }

  /** The newest first. */
  notes(tx: Tx, id: string): Promise<Note[]> {
    return tx.query('select id, text, author_id as "authorId", written_at as "writtenAt" from recruiters.shortlist_note where entry_id = $1 order by written_at desc, id desc', [id]);
  }

  async write(tx: Tx, entryId: string, note: { talentId: string; authorId: string; text: string }): Promise<void> {
    await tx.query('insert into recruiters.shortlist_note (id, entry_id, talent_id, author_id, text) values ($1, $2, $3, $4, $5)', [newId(), entryId, note.talentId, note.authorId, note.text]);
  }

  /** Only who wrote a note deletes it. */
  async unwrite(tx: Tx, entryId: string, noteId: string, authorId: string): Promise<void> {
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.shortlist_note where id = $1 and entry_id = $2 and author_id = $3 returning id', [noteId, entryId, authorId]);
    if (rows.length === 0) throw notFound();
  }
}
