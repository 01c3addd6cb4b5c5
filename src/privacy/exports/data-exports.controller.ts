import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Proof } from '../../accounts/index.js';
import { type Actor, Me, RateLimiter, SignedIn, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { DataExports } from './data-exports.js';
import { dataExportView, type DataExportView, exportView, proofBody, type ProofBody } from './data-exports.dto.js';

const DAY = 86_400;

type Asking = Parameters<Proof['of']>[0];

/** The copy of one's own data. Having it made and fetching it both take a fresh sign-in or the password. */
@Controller('api/data-export')
export class DataExportsController {
  constructor(
    private readonly exports: DataExports,
    private readonly proof: Proof,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Get()
  @SignedIn()
  @View(dataExportView)
  async dataExport(@Me() actor: Actor): Promise<DataExportView> {
    return exportView(await this.exports.findMine(actor.id));
  }

  @Post()
  @SignedIn()
  @HttpCode(202)
  @View(dataExportView, 202)
  async askForDataExport(@Body({ schema: proofBody }) { password }: ProofBody, @Req() request: Asking): Promise<DataExportView> {
    const { accountId } = await this.proof.of(request, password);
    await this.limiter.take({ key: `data-export:${accountId}`, limit: this.policy.values.limits.rates.dataExportsPerDay, seconds: DAY });
    return exportView(await this.exports.ask(accountId));
  }

  /** By POST, so that the password can come along and no link works by itself. */
  @Post('file')
  @SignedIn()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async fetchDataExport(@Body({ schema: proofBody }) { password }: ProofBody, @Req() request: Asking): Promise<StreamableFile> {
    const { accountId } = await this.proof.of(request, password);
    const { stream, bytes } = await this.exports.open(accountId);
    return new StreamableFile(stream, { type: 'application/zip', length: bytes, disposition: 'attachment; filename="viva-voce-data.zip"' });
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  async deleteDataExport(@Me() actor: Actor): Promise<void> {
    await this.exports.delete(actor.id);
  }
}
