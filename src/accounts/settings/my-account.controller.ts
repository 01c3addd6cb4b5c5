import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Id, SignedIn, View } from '../../platform/http/index.js';
import { ProviderLinks } from '../providers/provider-links.js';
import { Sessions } from '../sessions/sessions.js';
import { AccountClosing } from './account-closing.js';
import { MyAccount } from './my-account.js';
import { PasswordChange } from './password-change.js';
import { Proof } from './proof.js';
import { accountChangeBody, type AccountChangeBody, deletionBody, type DeletionBody, deletionView, type DeletionView, myAccountView, type MyAccountView, passwordBody, type PasswordBody } from './settings.dto.js';

@Controller('api/account')
export class MyAccountController {
  constructor(
    private readonly account: MyAccount,
    private readonly passwords: PasswordChange,
    private readonly providers: ProviderLinks,
    private readonly closing: AccountClosing,
    private readonly sessions: Sessions,
    private readonly proof: Proof,
  ) {}

  @Get()
  @SignedIn()
  @View(myAccountView)
  async myAccount(@Req() request: FastifyRequest): Promise<MyAccountView> {
    return this.account.look(await this.sessions.mine(request));
  }

  @Patch()
  @SignedIn()
  @View(myAccountView)
  async changeMyAccount(@Body({ schema: accountChangeBody }) body: AccountChangeBody, @Req() request: FastifyRequest): Promise<MyAccountView> {
    const session = await this.sessions.mine(request);
    await this.account.change(session, body);
    return this.account.look(session);
  }

  @Put('password')
  @SignedIn()
  @HttpCode(204)
  async changePassword(@Body({ schema: passwordBody }) body: PasswordBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.passwords.change(await this.sessions.mine(request), body, reply);
  }

  @Delete('providers/:id')
  @SignedIn()
  @HttpCode(204)
  async unlinkProvider(@Id() id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.providers.unlink(await this.sessions.mine(request), id);
  }

  @Post('deletion')
  @SignedIn()
  @HttpCode(200)
  @View(deletionView)
  async deleteAccount(@Body({ schema: deletionBody }) { password, now }: DeletionBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DeletionView> {
    const goneAt = await this.closing.close(await this.proof.of(request, password), now);
    await this.sessions.end(request, reply);
    return { goneAt: goneAt.toISOString(), now };
  }
}
