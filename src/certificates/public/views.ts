import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** How often the page of a certificate was opened. */
export interface ViewCount {
  readonly total: number;
  /** The newest first; days (UTC) without any are left out. */
  readonly days: readonly { readonly day: string; readonly times: number }[];
}

/** Counts how often pages of certificates are opened: a number for each day, and nothing about by whom. */
@Injectable()
export class Views {
  /** Nothing happens when the certificate goes meanwhile. */
  async count(tx: Tx, certificateId: string): Promise<void> {
    await tx.query(
      `insert into certificates.views as v (certificate_id, day, times)
         select certificate_id, (clock.now() at time zone 'UTC')::date, 1 from certificates.content where certificate_id = $1 for key share
       on conflict (certificate_id, day) do update set times = v.times + 1`,
      [certificateId]);
  }

  /** All there were. */
  async of(tx: Tx, certificateId: string): Promise<ViewCount> {
    const days = await tx.query<{ day: string; times: number }[]>('select day::text, times from certificates.views where certificate_id = $1 order by day desc', [certificateId]);
    return { total: days.reduce((sum, { times }) => sum + times, 0), days };
  }
}
