import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Asking } from './asking.js';
import { CertificateRate } from './certificate-rate.js';
import { askBody, type AskBody, certificatesView, type CertificatesView, certificateView, type CertificateView, previewView, type PreviewView, wishBody, type WishBody } from './issuing.dto.js';
import { OwnCertificates } from './own-certificates.js';
import { OwnFiles } from './own-files.js';
import { Previews } from './previews.js';

interface Reply {
  status(code: number): Reply;
  headers(all: Readonly<Record<string, string>>): Reply;
}

/** One's own certificates. */
@Controller('api/certificates')
export class CertificatesController {
  constructor(
    private readonly own: OwnCertificates,
    private readonly files: OwnFiles,
    private readonly previews: Previews,
    private readonly asking: Asking,
    private readonly rate: CertificateRate,
    private readonly db: Database,
  ) {}

  @Get()
  @For('candidate')
  @View(certificatesView)
  myCertificates(@Me() actor: Actor): Promise<CertificatesView> {
    return this.own.list(this.db.alone, actor.id);
  }

  @Get(':id')
  @For('candidate')
  @View(certificateView)
  certificate(@Me() actor: Actor, @Id() id: string): Promise<CertificateView> {
    return this.db.transaction((tx) => this.own.read(tx, actor.id, id));
  }

  /** Exactly what others would see, before there is anything to see. */
  @Post(':id/preview')
  @For('candidate')
  @HttpCode(200)
  @View(previewView)
  previewCertificate(@Me() actor: Actor, @Id() id: string, @Body({ schema: wishBody }) wish: WishBody): Promise<PreviewView> {
    return this.db.transaction((tx) => this.previews.show(tx, actor.id, id, wish));
  }

  /** Asks for it: it is issued, or a person looks first. */
  @Post(':id/issuing')
  @For('candidate')
  @HttpCode(202)
  @View(certificateView, 202)
  async issueCertificate(@Me() actor: Actor, @Id() id: string, @Body({ schema: askBody }) ask: AskBody): Promise<CertificateView> {
    await this.rate.take(actor.id);
    return this.db.transaction(async (tx) => {
      await this.asking.ask(tx, actor.id, id, ask);
      return this.own.read(tx, actor.id, id);
    });
  }

  /** Papers, pictures, the credential, and the clip, all of it or a range. */
  @Get(':id/files/:kind')
  @For('candidate')
  @ApiProduces('application/pdf', 'image/png', 'image/svg+xml', 'application/vc', 'application/jwt', 'video/webm', 'video/mp4')
  @ApiResponse({ status: 200, description: 'All of it.' })
  @ApiResponse({ status: 206, description: 'The range that was asked for.' })
  async certificateFile(@Me() actor: Actor, @Id() id: string, @Param('kind') kind: string, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    const { status, headers, stream } = await this.db.transaction((tx) => this.files.serve(tx, actor.id, id, kind, range));
    void reply.status(status).headers(headers);
    // Its type and length stand in the headers already.
    return stream ? new StreamableFile(stream) : undefined;
  }
}
