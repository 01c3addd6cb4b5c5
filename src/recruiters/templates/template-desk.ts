import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Seat, Seats } from '../organisations/seats.js';
import { TemplateDrafts } from './template-drafts.js';
import { asView, type TemplateView } from './templates.dto.js';
import { Templates } from './templates.js';

/** Lets whoever may invite work on templates, in one transaction, and shows how the template stands then. */
@Injectable()
export class TemplateDesk {
  constructor(
    private readonly templates: Templates,
    private readonly drafts: TemplateDrafts,
    private readonly seats: Seats,
    private readonly db: Database,
  ) {}

  /** AppErrors of `Seats.searching`. */
  seated<T>(accountId: string, work: (tx: Tx, seat: Seat) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.seats.searching(tx, accountId)));
  }

  /** Does `work` and shows the template that it names. */
  shown(accountId: string, work: (tx: Tx, seat: Seat) => Promise<string>): Promise<TemplateView> {
    return this.seated(accountId, async (tx, seat) => {
      const whole = await this.templates.read(tx, seat, await work(tx, seat));
      return asView(whole, whole.draft ? this.drafts.faultsOf(whole.draft, seat.seenAt) : []);
    });
  }
}
