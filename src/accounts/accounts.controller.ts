import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ByToken, Public, SignedIn, View } from '../platform/http/index.js';
import { confirmBody, type ConfirmBody, confirmedView, emailBody, mailSentView, sessionView, type SessionView, signUpBody, type SignUpBody, tokenBody } from './accounts.dto.js';
import { AddressConfirmation } from './address-confirmation.js';
import { LinkSignUp } from './links/link-sign-up.js';
import { OperatorClaims } from './operator-claims.js';
import { SignUp } from './sign-up.js';
import { SignUpGate } from './sign-up-gate.js';

@Controller('api')
export class AccountsController {
  constructor(
    private readonly gate: SignUpGate,
    private readonly desk: SignUp,
    private readonly confirmation: AddressConfirmation,
    private readonly claims: OperatorClaims,
    private readonly byLink: LinkSignUp,
  ) {}

  @Post('accounts')
  @Public()
  @HttpCode(202)
  @View(mailSentView, 202)
  async signUp(@Body({ schema: signUpBody }) body: SignUpBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ email: string }> {
    const admitted = await this.gate.pass(body, request.ip);
    const { password, ...person } = body;
    if (password === undefined) await this.byLink.begin(person, admitted, reply);
    else await this.desk.begin({ ...person, password }, admitted);
    return { email: body.email };
  }

  @Post('accounts/verification')
  @ByToken('email-verification')
  @HttpCode(200)
  @View(confirmedView)
  async verifyEmail(@Body({ schema: confirmBody }) body: ConfirmBody, @Req() { ip }: FastifyRequest): Promise<{ confirmed: true }> {
    await this.confirmation.confirm(body, ip);
    return { confirmed: true };
  }

  @Post('accounts/verification-mail')
  @Public()
  @HttpCode(202)
  @View(mailSentView, 202)
  async sendVerificationMail(@Body({ schema: emailBody }) { email }: { email: string }, @Req() { ip }: FastifyRequest): Promise<{ email: string }> {
    await this.gate.mayAskForMail(email, ip);
    await this.confirmation.sendAgain(email);
    return { email };
  }

  @Post('operator-claims')
  @SignedIn()
  @HttpCode(200)
  @View(sessionView)
  claimOperator(@Body({ schema: tokenBody }) { token }: { token: string }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.claims.claim(request, reply, token);
  }
}
