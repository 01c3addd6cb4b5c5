import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { ByToken, RateLimiter, SignedIn, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { mailSentView, tokenBody } from '../accounts.dto.js';
import { Sessions } from '../sessions/sessions.js';
import { EmailChange } from './email-change.js';
import { Proof } from './proof.js';
import { emailChangeBody, type EmailChangeBody, emailChangeView, type EmailChangeView } from './settings.dto.js';

const DAY = 86_400;

@Controller('api')
export class EmailChangeController {
  constructor(
    private readonly change: EmailChange,
    private readonly sessions: Sessions,
    private readonly proof: Proof,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  @Post('account/email')
  @SignedIn()
  @HttpCode(202)
  @View(mailSentView, 202)
  async changeEmail(@Body({ schema: emailChangeBody }) { email, password }: EmailChangeBody, @Req() request: FastifyRequest): Promise<{ email: string }> {
    const session = await this.proof.of(request, password);
    await this.limiter.take({ key: `email-change:${session.accountId}`, limit: this.policy.values.limits.rates.emailChangesPerDay, seconds: DAY });
    await this.change.begin(session, email);
    return { email };
  }

  @Delete('account/email')
  @SignedIn()
  @HttpCode(204)
  async takeBackEmailChange(@Req() request: FastifyRequest): Promise<void> {
    await this.change.takeBack(await this.sessions.mine(request));
  }

  @Post('email-changes/confirmation')
  @ByToken('email-change')
  @HttpCode(200)
  @View(emailChangeView)
  async confirmEmailChange(@Body({ schema: tokenBody }) { token }: { token: string }): Promise<EmailChangeView> {
    return { state: await this.change.confirm(token) };
  }
}
