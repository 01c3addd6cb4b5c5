import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public, View } from '../platform/http/index.js';
import { codeBody, sessionView, type SessionView, signInBody, type SignInBody } from './accounts.dto.js';
import { SecondStep } from './second-factor/second-step.js';
import { Reception } from './sessions/reception.js';
import { Sessions } from './sessions/sessions.js';
import { SignIn } from './sign-in.js';

@Controller('api/session')
export class SignInController {
  constructor(
    private readonly reception: Reception,
    private readonly desk: SignIn,
    private readonly secondStep: SecondStep,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @Public()
  @View(sessionView)
  currentSession(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.reception.current(request);
  }

  @Post()
  @Public()
  @HttpCode(200)
  @View(sessionView)
  signIn(@Body({ schema: signInBody }) body: SignInBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.desk.begin(body, request, reply);
  }

  @Post('second-factor')
  @Public()
  @HttpCode(200)
  @View(sessionView)
  giveSecondFactor(@Body({ schema: codeBody }) { code }: { code: string }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.secondStep.give(code, request, reply);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(request, reply);
  }
}
