import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type SavedQuery } from '../search/search.dto.js';

/** A search as it is kept. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: SavedQuery;
  /** Whether newly listed people who fit are told of by mail and in the inbox. */
  readonly alerts: boolean;
  readonly madeAt: Date;
  /** Whoever was listed after this moment is new. */
  readonly lookedAt: Date;
  /** When the last alert about it was sent. */
  readonly toldAt: Date | null;
}

/** What may be changed of a search; what is left out stays. */
export type SavedSearchChange = { readonly [Part in 'name' | 'query' | 'alerts']?: SavedSearch[Part] | undefined };

const COLUMNS = 'id, name, query, alerts, made_at as "madeAt", looked_at as "lookedAt", told_at as "toldAt"';

/** Statements about saved searches. */
@Injectable()
export class SavedSearchRepository {
  /** Until the transaction ends, nobody else who asks for this counts, adds or tells of searches of the account. */
  async lockMine(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select 1 from recruiters.member where account_id = $1 for no key update', [accountId]);
  }

  async add(tx: Tx, accountId: string, { id, name, query, alerts }: Pick<SavedSearch, 'id' | 'name' | 'query' | 'alerts'>): Promise<void> {
    await tx.query(
      `insert into recruiters.saved_search (id, account_id, name, query, alerts, made_at, looked_at)
       values ($1, $2, $3, $4, $5, clock.now(), clock.now())`,
      [id, accountId, name, JSON.stringify(query), alerts],
    );
  }

  /** The newest first. */
  listMine(tx: Tx, accountId: string, count: number): Promise<SavedSearch[]> {
    return tx.query(`select ${COLUMNS} from recruiters.saved_search where account_id = $1 order by made_at desc, id desc limit $2`, [accountId, count]);
  }

  /** The caller's own; the same 404 for a foreign or an absent one. */
  async getMine(tx: Tx, accountId: string, id: string): Promise<SavedSearch> {
    const [row] = await tx.query<SavedSearch[]>(`select ${COLUMNS} from recruiters.saved_search where id = $2 and account_id = $1`, [accountId, id]);
    if (!row) throw notFound();
    return row;
  }

  /** A search that looks for something else has no matches from before: everyone listed until now counts as seen. */
  async changeMine(tx: Tx, accountId: string, id: string, { name, query, alerts }: SavedSearchChange): Promise<void> {
    await tx.query(
      `update recruiters.saved_search
          set name = coalesce($3, name), query = coalesce($4::jsonb, query), alerts = coalesce($5, alerts),
              looked_at = case when $4::jsonb <> query then clock.now() else looked_at end
        where id = $2 and account_id = $1`,
      [accountId, id, name ?? null, query === undefined ? null : JSON.stringify(query), alerts ?? null],
    );
  }

  /** Whoever is listed by now counts as seen. */
  async lookMine(tx: Tx, accountId: string, id: string): Promise<void> {
    await tx.query('update recruiters.saved_search set looked_at = clock.now() where id = $2 and account_id = $1', [accountId, id]);
  }

  /** False when there was nothing of the caller's to delete. */
  async deleteMine(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.saved_search where id = $2 and account_id = $1 returning id', [accountId, id]);
    return rows.length > 0;
  }

  /** Whose searches have alerts and of whom nothing was told within the last `quietFor` (an interval): everyone after an id, or one alone. */
  async dueForNews(tx: Tx, quietFor: string, { after, only }: { after?: string | null; only?: string }, count: number): Promise<string[]> {
    const rows = await tx.query<{ accountId: string }[]>(
      `select account_id as "accountId" from recruiters.saved_search
       where ($2::uuid is null or account_id > $2) and ($3::uuid is null or account_id = $3)
       group by account_id having bool_or(alerts) and coalesce(max(told_at) <= clock.now() - $1::interval, true)
       order by account_id limit $4`,
      [quietFor, after ?? null, only ?? null, count],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** An alert about it goes out now. Whoever it tells of stays new until the recruiter looks. */
  async told(tx: Tx, id: string): Promise<void> {
    await tx.query('update recruiters.saved_search set told_at = clock.now() where id = $1', [id]);
  }
}
