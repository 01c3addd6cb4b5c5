import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { CertificateRegister } from './certificate-register.js';
import { type MeasureKind } from './measure.repository.js';
import { Measures } from './measures.js';
import { measureBody, registerLine, type RegisterLineView, registerQuery, registerView, type RegisterView } from './measures.dto.js';

interface Reason {
  readonly reason: string;
}

/** Certificates that were issued, for whoever runs this place. */
@Controller('api/operations/certificates')
export class MeasuresController {
  constructor(
    private readonly register: CertificateRegister,
    private readonly measures: Measures,
    private readonly db: Database,
  ) {}

  /** By its number, its link, or the end of that. */
  @Get()
  @For('operator')
  @View(registerView)
  async registeredCertificate(@Query({ schema: registerQuery }) { find }: { find: string }): Promise<RegisterView> {
    return { certificate: await this.register.find(this.db.alone, find) };
  }

  @Post(':id/suspension')
  @For('operator')
  @HttpCode(200)
  @View(registerLine)
  suspendCertificate(@Me() actor: Actor, @Id() id: string, @Body({ schema: measureBody }) { reason }: Reason): Promise<RegisterLineView> {
    return this.take(actor, id, 'suspended', reason);
  }

  @Post(':id/restoration')
  @For('operator')
  @HttpCode(200)
  @View(registerLine)
  restoreCertificate(@Me() actor: Actor, @Id() id: string, @Body({ schema: measureBody }) { reason }: Reason): Promise<RegisterLineView> {
    return this.take(actor, id, 'restored', reason);
  }

  @Post(':id/revocation')
  @For('operator')
  @HttpCode(200)
  @View(registerLine)
  revokeCertificate(@Me() actor: Actor, @Id() id: string, @Body({ schema: measureBody }) { reason }: Reason): Promise<RegisterLineView> {
    return this.take(actor, id, 'revoked', reason);
  }

  private take(actor: Actor, id: string, kind: MeasureKind, reason: string): Promise<RegisterLineView> {
    return this.db.transaction(async (tx) => {
      await this.measures.take(tx, actor.id, id, kind, reason);
      return this.register.read(tx, id);
    });
  }
}
