import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { detailFact } from '../accounts.facts.js';
import { AccountRepository } from '../accounts.repository.js';
import { PictureRepository } from '../pictures/picture.repository.js';

/** Deletes once more the telephone number or the picture that a restored backup brought back. */
@Injectable()
export class DetailsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly accounts: AccountRepository,
    private readonly pictures: PictureRepository,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(detailFact, async ({ accountId, detail, isThere }) => isThere === 'no' && this.db.transaction((tx) => (detail === 'phone' ? this.accounts.dropPhone(tx, accountId) : this.pictures.remove(tx, accountId))));
  }
}
