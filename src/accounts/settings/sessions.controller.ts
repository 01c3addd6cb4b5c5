import { Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { notFound } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { Id, SignedIn, View } from '../../platform/http/index.js';
import { ApiTokens } from '../sessions/api-tokens.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { Sessions } from '../sessions/sessions.js';
import { apiTokenView, type ApiTokenView, mySessionsView, type MySessionsView } from './settings.dto.js';

/** One's own sign-ins, and tokens for programs that hang from them. */
@Controller('api')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly rows: SessionRepository,
    private readonly tokens: ApiTokens,
    private readonly db: Database,
  ) {}

  @Get('account/sessions')
  @SignedIn()
  @View(mySessionsView)
  async mySessions(@Req() request: FastifyRequest): Promise<MySessionsView> {
    const { id: current, accountId } = await this.sessions.mine(request);
    const lines = await this.rows.listMine(this.db.alone, accountId);
    return {
      sessions: lines.map(({ beganAt, lastUsedAt, endsAt, ...line }) => ({
        ...line, beganAt: beganAt.toISOString(), lastUsedAt: lastUsedAt.toISOString(), endsAt: endsAt.toISOString(), current: line.id === current,
      })),
    };
  }

  @Delete('account/sessions/:id')
  @SignedIn()
  @HttpCode(204)
  async endSession(@Id() id: string, @Req() request: FastifyRequest): Promise<void> {
    const { accountId } = await this.sessions.mine(request);
    if (!(await this.rows.deleteMine(this.db.alone, accountId, id))) throw notFound();
  }

  @Delete('account/sessions')
  @SignedIn()
  @HttpCode(204)
  async endOtherSessions(@Req() request: FastifyRequest): Promise<void> {
    const { id, accountId } = await this.sessions.mine(request);
    await this.sessions.endAll(this.db.alone, accountId, id);
  }

  @Post('tokens')
  @SignedIn()
  @HttpCode(200)
  @View(apiTokenView)
  async issueToken(@Req() request: FastifyRequest): Promise<ApiTokenView> {
    const { token, expiresAt } = await this.tokens.issue(await this.sessions.mine(request));
    return { token, expiresAt: expiresAt.toISOString() };
  }
}
