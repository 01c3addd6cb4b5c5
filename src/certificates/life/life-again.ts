import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { CertificateRepository } from '../issuing/certificate.repository.js';
import { givenBack, measureTaken } from './life.facts.js';
import { type MeasureKind } from './measure.repository.js';
import { Measures } from './measures.js';
import { Revocations } from './revocations.js';

/** Does once more about certificates what their owners and the operator did, where a restored backup knows nothing of it. */
@Injectable()
export class LifeAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly certificates: CertificateRepository,
    private readonly revocations: Revocations,
    private readonly measures: Measures,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(givenBack, ({ candidateId, certificateId }) => this.db.transaction((tx) => this.revocations.giveBackAgain(tx, candidateId, certificateId)));
    this.journal.replays(measureTaken, ({ certificateId, measure }) => this.take(certificateId, measure));
  }

  /** The reason was lost with the database, and what followed from it is not. */
  private async take(certificateId: string, measure: MeasureKind): Promise<boolean> {
    try {
      await this.db.transaction(async (tx) => this.measures.carryOut(tx, await this.certificates.getLocked(tx, certificateId), measure));
      return true;
    } catch (error) {
      // It is not there, or stands so already.
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}
