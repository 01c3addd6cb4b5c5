import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ByToken, Public, View } from '../../platform/http/index.js';
import { sessionView, type SessionView } from '../accounts.dto.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { ProviderSignUp } from './provider-sign-up.js';
import { finishSignUpBody, type FinishSignUpBody, pendingSignUpView, type PendingSignUpView, providerAddressView, providerStartBody, type ProviderStartBody } from './providers.dto.js';

@Controller('api')
export class ProvidersController {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly signUp: ProviderSignUp,
  ) {}

  @Post('session/provider/:provider')
  @Public()
  @HttpCode(200)
  @View(providerAddressView)
  async signInWithProvider(@Param('provider') provider: string, @Body({ schema: providerStartBody }) body: ProviderStartBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: string }> {
    return { url: await this.signIn.begin(provider, body, reply) };
  }

  /** The provider sends the browser here. What it may do is bound to the cookie that the start left in this very browser. */
  @Get('session/provider/:provider/callback')
  @ByToken('provider-code')
  @ApiExcludeEndpoint()
  async comeBack(@Param('provider') provider: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.signIn.comeBack(provider, request, reply);
    await reply.status(303).header('location', page).send();
  }

  @Get('sign-up')
  @ByToken('pending-sign-up')
  @View(pendingSignUpView)
  pendingSignUp(@Req() request: FastifyRequest): Promise<PendingSignUpView> {
    return this.signUp.look(request);
  }

  @Post('sign-up')
  @ByToken('pending-sign-up')
  @HttpCode(200)
  @View(sessionView)
  finishSignUp(@Body({ schema: finishSignUpBody }) body: FinishSignUpBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.signUp.finish(body, request, reply);
  }

  @Delete('sign-up')
  @Public()
  @HttpCode(204)
  forgetSignUp(@Res({ passthrough: true }) reply: FastifyReply): void {
    this.signUp.forget(reply);
  }
}
