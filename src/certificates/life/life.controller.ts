import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { CertificateRate } from '../issuing/certificate-rate.js';
import { Corrections } from './corrections.js';
import { correctionBody, type CorrectionBody, correctionView, type CorrectionView } from './life.dto.js';
import { Revocations } from './revocations.js';

/** What the owner of a certificate does with it once it is issued. */
@Controller('api/certificates/:id')
export class LifeController {
  constructor(
    private readonly revocations: Revocations,
    private readonly corrections: Corrections,
    private readonly rate: CertificateRate,
    private readonly db: Database,
  ) {}

  /** Gives it back: revoked at once, and everything personal in it deleted. */
  @Delete()
  @For('candidate')
  @HttpCode(204)
  async giveCertificateBack(@Me() actor: Actor, @Id() id: string): Promise<void> {
    await this.db.transaction((tx) => this.revocations.giveBack(tx, actor.id, id));
  }

  /** Another one in its place, which it makes way for once that is issued. */
  @Post('corrections')
  @For('candidate')
  @HttpCode(202)
  @View(correctionView, 202)
  async correctCertificate(@Me() actor: Actor, @Id() id: string, @Body({ schema: correctionBody }) body: CorrectionBody): Promise<CorrectionView> {
    await this.rate.take(actor.id);
    return this.db.transaction((tx) => this.corrections.make(tx, actor.id, id, body));
  }
}
