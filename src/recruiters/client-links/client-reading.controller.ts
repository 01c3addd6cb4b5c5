import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { ByToken, View } from '../../platform/http/index.js';
import { asShared, clientTokenBody, sharedResultsView, type SharedResultsView } from './client-links.dto.js';
import { ClientReading, ClientReadingRate } from './client-reading.js';

/** Where somebody at a client reads. A POST: the token reaches no log, and a program that follows links opens nothing. */
@Controller('api/client-links')
export class ClientReadingController {
  constructor(
    private readonly reading: ClientReading,
    private readonly rate: ClientReadingRate,
    private readonly db: Database,
  ) {}

  @Post('reading')
  @ByToken('client-link')
  @HttpCode(200)
  @View(sharedResultsView)
  async readSharedResults(@Body({ schema: clientTokenBody }) { token }: { token: string }, @Ip() ip: string): Promise<SharedResultsView> {
    await this.rate.take(ip);
    return asShared(await this.db.transaction((tx) => this.reading.read(tx, token)));
  }
}
