import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SignedIn, View } from '../../platform/http/index.js';
import { codeBody } from '../accounts.dto.js';
import { Sessions } from '../sessions/sessions.js';
import { proofBody, type ProofBody } from '../settings/settings.dto.js';
import { Proof } from '../settings/proof.js';
import { FactorSettings } from './factor-settings.js';
import { factorView, type FactorView, recoveryCodesView, type RecoveryCodesView, secretView, type SecretView } from './second-factor.dto.js';

@Controller('api/account/second-factor')
export class SecondFactorController {
  constructor(
    private readonly settings: FactorSettings,
    private readonly sessions: Sessions,
    private readonly proof: Proof,
  ) {}

  @Get()
  @SignedIn()
  @View(factorView)
  async secondFactor(@Req() request: FastifyRequest): Promise<FactorView> {
    return this.settings.look(await this.sessions.mine(request));
  }

  @Post()
  @SignedIn()
  @HttpCode(200)
  @View(secretView)
  async beginSecondFactor(@Body({ schema: proofBody }) { password }: ProofBody, @Req() request: FastifyRequest): Promise<SecretView> {
    return this.settings.begin(await this.proof.of(request, password));
  }

  @Post('confirmation')
  @SignedIn()
  @HttpCode(200)
  @View(recoveryCodesView)
  async turnOnSecondFactor(@Body({ schema: codeBody }) { code }: { code: string }, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.settings.turnOn(await this.sessions.mine(request), code, reply) };
  }

  @Post('recovery-codes')
  @SignedIn()
  @HttpCode(200)
  @View(recoveryCodesView)
  async renewRecoveryCodes(@Body({ schema: codeBody }) { code }: { code: string }, @Req() request: FastifyRequest): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.settings.renewRecoveryCodes(await this.sessions.mine(request), code) };
  }

  @Post('removal')
  @SignedIn()
  @HttpCode(204)
  async removeSecondFactor(@Body({ schema: codeBody }) { code }: { code: string }, @Req() request: FastifyRequest): Promise<void> {
    await this.settings.turnOff(await this.sessions.mine(request), code);
  }
}
