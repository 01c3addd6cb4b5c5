import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { MeasureRepository } from '../life/measure.repository.js';
import { CheckRepository } from './check.repository.js';
import { type CertificateView } from './issuing.dto.js';

/** What people looked at in a certificate and did about it, for its owner. */
@Injectable()
export class SaidByPeople {
  constructor(
    private readonly checks: CheckRepository,
    private readonly measures: MeasureRepository,
  ) {}

  async of(tx: Tx, id: string): Promise<Pick<CertificateView, 'findings' | 'refusal' | 'measure'>> {
    const findings = (await this.checks.of(tx, id)).map(({ position, what }) => ({ position, what }));
    const [last] = await this.measures.of(tx, id);
    return { findings, refusal: await this.checks.refusalOf(tx, id), measure: last ? { ...last, at: last.at.toISOString() } : null };
  }
}
