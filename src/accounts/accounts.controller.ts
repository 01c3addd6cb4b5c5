import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor, ByToken, Me, Public, SignedIn, View } from '../platform/http/index.js';
import { confirmedView, emailBody, mailSentView, sessionView, type SessionView, signUpBody, type SignUpBody, tokenBody } from './accounts.dto.js';
import { OperatorClaims } from './operator-claims.js';
import { SignIn } from './sign-in.js';
import { SignUp } from './sign-up.js';

@Controller('api')
export class AccountsController {
  constructor(
    private readonly signUpDesk: SignUp,
    private readonly signInDesk: SignIn,
    private readonly claims: OperatorClaims,
  ) {}

  @Post('accounts')
  @Public()
  @HttpCode(202)
  @View(mailSentView, 202)
  async signUp(@Body({ schema: signUpBody }) body: SignUpBody, @Req() request: FastifyRequest): Promise<{ email: string }> {
    await this.signUpDesk.begin(body, request.ip);
    return { email: body.email };
  }

  @Post('accounts/verification')
  @ByToken('email-verification')
  @HttpCode(200)
  @View(confirmedView)
  async verifyEmail(@Body({ schema: tokenBody }) { token }: { token: string }): Promise<{ confirmed: true }> {
    await this.signUpDesk.confirm(token);
    return { confirmed: true };
  }

  @Post('accounts/verification-mail')
  @Public()
  @HttpCode(202)
  @View(mailSentView, 202)
  async sendVerificationMail(@Body({ schema: emailBody }) { email }: { email: string }): Promise<{ email: string }> {
    await this.signUpDesk.sendAgain(email);
    return { email };
  }

  @Post('operator-claims')
  @SignedIn()
  @HttpCode(200)
  @View(sessionView)
  async claimOperator(@Me() actor: Actor, @Body({ schema: tokenBody }) { token }: { token: string }, @Req() request: FastifyRequest): Promise<SessionView> {
    await this.claims.claim(actor.id, token);
    return this.signInDesk.current(request);
  }
}
