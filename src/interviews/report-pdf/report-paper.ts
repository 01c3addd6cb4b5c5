import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { PaperPress } from '../../platform/paper/index.js';
import { Policy } from '../../platform/policy/index.js';
import { Reports } from '../reports.js';
import { reportPdf } from './report-pdf.js';

/** Reports to be printed or filed. */
@Injectable()
export class ReportPaper {
  constructor(
    private readonly reports: Reports,
    private readonly press: PaperPress,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** The report as a tagged PDF with a name for the file; AppErrors of `Reports.getMine` and of `PaperPress.set`. */
  async ofMine(tx: Tx, candidateId: string, id: string): Promise<{ file: Readable; name: string }> {
    const report = await this.reports.getMine(tx, candidateId, id);
    const now = await this.clock.now(tx);
    const file = await this.press.set(candidateId, () => reportPdf(report, { mark: this.policy.values.certificate.scoreAbove, now }));
    return { file, name: `interview-report-${report.submittedAt.slice(0, 10)}.pdf` };
  }
}
