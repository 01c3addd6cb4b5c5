import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppError, csvRecord } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { ExportRate } from './export-rate.js';
import { ExportedRows } from './exported-rows.js';
import { type Entry } from './shortlist.js';
import { ShortlistEntryRepository } from './shortlist-entries.repository.js';
import { ShortlistRepository } from './shortlists.repository.js';

const COLUMNS = ['Reference', 'Alias', 'Name', 'E-mail', 'Stage', 'Tags', 'Headline', 'Role', 'Level', 'Skills', 'Place', 'Country', 'Way of working', 'Languages', 'Availability', 'Score', 'Scored by', 'Certificate'];
/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A shortlist as a CSV file. Each row is read, and written down for the person in it, when the file gets to it: who
 * withdraws before that is not in it. Notes stay here, where they go when the person goes.
 */
@Injectable()
export class ShortlistExport {
  constructor(
    private readonly shortlists: ShortlistRepository,
    private readonly entries: ShortlistEntryRepository,
    private readonly rows: ExportedRows,
    private readonly rate: ExportRate,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** AppErrors of `Seats.searching`, `http.too_many_requests` and `recruiters.profiles_used_up`; 404 for another organisation's. */
  async open(accountId: string, id: string): Promise<Readable> {
    await this.rate.take(accountId);
    const parts = this.parts(accountId, id);
    // The first part is made before anything is sent, so that a refusal is an answer and no broken file.
    const first = await parts.next();
    // Nothing is read ahead of whoever takes the file.
    return Readable.from(resumed(first, parts), { highWaterMark: 0 });
  }

  /** The heading with the first row, then row by row. */
  async *parts(accountId: string, id: string): AsyncGenerator<string, undefined> {
    let heading = BYTE_ORDER_MARK + csvRecord(COLUMNS);
    for (const entry of await this.onIt(accountId, id)) {
      const row = await this.rows.take(accountId, entry).catch((fault: unknown) => {
        if (heading !== '' || !(fault instanceof AppError)) throw fault;
        return fault;
      });
      if (row instanceof AppError) {
        yield csvRecord([`The rest was left out. ${row.message}`]);
        return;
      }
      if (row === null) continue;
      yield heading + csvRecord(row);
      heading = '';
    }
    if (heading !== '') yield heading;
  }

  private onIt(accountId: string, id: string): Promise<Entry[]> {
    return this.db.transaction(async (tx) => {
      const { organisationId } = await this.seats.searching(tx, accountId);
      await this.shortlists.getMine(tx, organisationId, id);
      return this.entries.list(tx, organisationId, id);
    });
  }
}

async function* resumed(first: IteratorResult<string, undefined>, rest: AsyncGenerator<string, undefined>): AsyncGenerator<string, undefined> {
  if (first.value === undefined) return;
  yield first.value;
  yield* rest;
}
