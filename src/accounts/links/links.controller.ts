import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ByToken, Public, View } from '../../platform/http/index.js';
import {
  codeBody, emailBody, linkMailBody, type LinkMailBody, mailSentView, newPasswordBody, type NewPasswordBody, passwordChangedView, sessionView, type SessionView, tokenBody,
} from '../accounts.dto.js';
import { SignInWays } from '../sign-in-ways.js';
import { LinkRates } from './link-rates.js';
import { LinkSignIn } from './link-sign-in.js';
import { PasswordReset } from './password-reset.js';

@Controller('api')
export class LinksController {
  constructor(
    private readonly rates: LinkRates,
    private readonly desk: LinkSignIn,
    private readonly reset: PasswordReset,
    private readonly ways: SignInWays,
  ) {}

  @Post('session/link-mail')
  @Public()
  @HttpCode(202)
  @View(mailSentView, 202)
  async mailSignInLink(@Body({ schema: linkMailBody }) body: LinkMailBody, @Req() { ip }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ email: string }> {
    this.ways.mustOffer('link');
    await this.rates.signIn(body.email, ip);
    await this.desk.ask(body, reply);
    return { email: body.email };
  }

  @Post('session/link')
  @ByToken('sign-in-link')
  @HttpCode(200)
  @View(sessionView)
  signInByLink(@Body({ schema: tokenBody }) { token }: { token: string }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    this.ways.mustOffer('link');
    return this.desk.byToken(token, request, reply);
  }

  @Post('session/link-code')
  @ByToken('sign-in-code')
  @HttpCode(200)
  @View(sessionView)
  signInByCode(@Body({ schema: codeBody }) { code }: { code: string }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    this.ways.mustOffer('link');
    return this.desk.byCode(code, request, reply);
  }

  @Post('password-resets')
  @Public()
  @HttpCode(202)
  @View(mailSentView, 202)
  async mailPasswordReset(@Body({ schema: emailBody }) { email }: { email: string }, @Req() { ip }: FastifyRequest): Promise<{ email: string }> {
    this.ways.mustOffer('password');
    await this.rates.reset(email, ip);
    await this.reset.ask(email);
    return { email };
  }

  @Post('password')
  @ByToken('password-reset')
  @HttpCode(200)
  @View(passwordChangedView)
  async choosePassword(@Body({ schema: newPasswordBody }) { token, password }: NewPasswordBody): Promise<{ changed: true }> {
    await this.reset.finish(token, password);
    return { changed: true };
  }
}
