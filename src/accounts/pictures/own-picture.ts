import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { PageFault, PageFetch } from '../../platform/pages/index.js';
import { noPicture } from '../accounts.errors.js';
import { detailFact } from '../accounts.facts.js';
import { holdOpenAccount, holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { PictureRepository } from './picture.repository.js';
import { type PlainPicture, plainPicture, pictureTypes } from './plain-picture.js';

const WANTED = { accept: pictureTypes.join(', '), types: /^image\/(?:jpeg|png|webp)\s*(?:;|$)/i, mostBytes: 1_048_576 };

/** The picture somebody chose to take along from the place that signs them in. Nobody but they see it. */
@Injectable()
export class OwnPicture {
  private readonly logger = new Logger('Pictures');

  constructor(
    private readonly pictures: PictureRepository,
    private readonly pages: PageFetch,
    private readonly db: Database,
  ) {}

  /** Fetches and keeps it, once. A picture that cannot be had stops nobody: then there is none. */
  async take(accountId: string, { issuer, address }: { issuer: string; address: string }): Promise<void> {
    const picture = await this.fetch(address);
    if (picture === null) return;
    await this.db.transaction(async (tx) => {
      if (!(await holdOpenAccount(tx, accountId))) return;
      await this.pictures.keep(tx, accountId, issuer, picture);
      await noteFact(tx, detailFact, { accountId, detail: 'picture', isThere: 'yes' });
    });
  }

  /** AppError `accounts.no_picture`. */
  async look({ accountId }: Session): Promise<PlainPicture> {
    const picture = await this.pictures.find(this.db.alone, accountId);
    if (picture === null) throw noPicture();
    return picture;
  }

  /** AppError `accounts.no_picture`. */
  async remove(session: Session): Promise<void> {
    await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      if (!(await this.pictures.remove(tx, session.accountId))) throw noPicture();
      await noteFact(tx, detailFact, { accountId: session.accountId, detail: 'picture', isThere: 'no' });
    });
  }

  private async fetch(address: string): Promise<PlainPicture | null> {
    try {
      const picture = plainPicture((await this.pages.get(address, WANTED)).bytes);
      if (picture === null) this.logger.warn('What a sign-in provider gave as a picture is none');
      return picture;
    } catch (error) {
      if (!(error instanceof PageFault)) throw error;
      this.logger.warn({ fault: error.fault }, 'The picture at a sign-in provider could not be had');
      return null;
    }
  }
}
