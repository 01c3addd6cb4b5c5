import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppError, csvRecord } from '../../kernel/index.js';
import { type ComparisonRow } from '../comparisons/comparison-row.js';
import { COLUMNS, copiedCells } from './copied-cells.js';
import { CopiedRows } from './copied-rows.js';
import { nobodyToCopy } from './copies.errors.js';
import { type CopiedPeople } from './copies-pdf.js';
import { CopyHeads } from './copy-heads.js';

/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Files of chosen results. Each row is asked for when the file gets to it: whoever takes their consent back before that is not in it. */
@Injectable()
export class ResultCopies {
  constructor(
    private readonly heads: CopyHeads,
    private readonly rows: CopiedRows,
  ) {}

  /** A CSV file. 404 for another organisation's template; AppErrors of `Seats.searching` and `recruiters.nobody_to_copy`. */
  async csv(accountId: string, templateId: string, invitationIds: readonly string[]): Promise<Readable> {
    const { competencies } = await this.heads.of(accountId, templateId);
    const parts = this.parts(accountId, templateId, [...new Set(invitationIds)], competencies);
    // The first part is made before anything is sent, so that a refusal is an answer and no broken file.
    const first = await parts.next();
    return Readable.from(resumed(first.value ?? '', parts), { highWaterMark: 0 });
  }

  /** What a PDF of them says. Errors as of `csv`. */
  async people(accountId: string, templateId: string, invitationIds: readonly string[]): Promise<CopiedPeople> {
    const head = await this.heads.of(accountId, templateId);
    const rows: ComparisonRow[] = [];
    for (const id of new Set(invitationIds)) {
      const row = await this.rows.take(accountId, templateId, id, 'pdf');
      if (row) rows.push(row);
    }
    if (rows.length === 0) throw nobodyToCopy();
    return { ...head, rows };
  }

  private async *parts(accountId: string, templateId: string, ids: readonly string[], competencies: CopiedPeople['competencies']): AsyncGenerator<string, undefined> {
    let heading = BYTE_ORDER_MARK + csvRecord([...COLUMNS, ...competencies.map(({ title }) => title)]);
    for (const id of ids) {
      const row = await this.rows.take(accountId, templateId, id, 'csv').catch((fault: unknown) => {
        if (heading !== '' || !(fault instanceof AppError)) throw fault;
        return fault;
      });
      if (row instanceof AppError) {
        yield csvRecord([`The rest was left out. ${row.message}`]);
        return;
      }
      if (row === null) continue;
      yield heading + csvRecord(copiedCells(row, competencies.map((competency) => competency.id)));
      heading = '';
    }
    if (heading !== '') throw nobodyToCopy();
  }
}

async function* resumed(first: string, rest: AsyncGenerator<string, undefined>): AsyncGenerator<string, undefined> {
  yield first;
  yield* rest;
}
