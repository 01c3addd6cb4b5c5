import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public, View } from '../platform/http/index.js';
import { sessionView, type SessionView, signInBody, type SignInBody } from './accounts.dto.js';
import { SignIn } from './sign-in.js';

@Controller('api/session')
export class SignInController {
  constructor(private readonly desk: SignIn) {}

  @Get()
  @Public()
  @View(sessionView)
  currentSession(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.desk.current(request);
  }

  @Post()
  @Public()
  @HttpCode(200)
  @View(sessionView)
  signIn(@Body({ schema: signInBody }) body: SignInBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.desk.begin(body, reply);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.desk.end(request, reply);
  }
}
