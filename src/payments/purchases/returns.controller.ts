import { Body, Controller, Get, Param, Post, Query, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isId } from '../../kernel/index.js';
import { Public } from '../../platform/http/index.js';
import { Returns } from './returns.js';

const SEE_OTHER = 303;

/** Gateways send browsers back here, by a link or by a form. Nobody is asked who they are, and nothing is given. */
@ApiExcludeController()
@Controller('api/checkout/:purchase/back')
export class ReturnsController {
  constructor(private readonly returns: Returns) {}

  @Get()
  @Public()
  @Redirect('/', SEE_OTHER)
  returnFromCheckout(@Param('purchase') id: string, @Query() said: unknown): Promise<{ url: string }> {
    return this.lead(id, said);
  }

  @Post()
  @Public()
  @Redirect('/', SEE_OTHER)
  returnFromCheckoutByForm(@Param('purchase') id: string, @Body() said: unknown): Promise<{ url: string }> {
    return this.lead(id, said);
  }

  private async lead(id: string, said: unknown): Promise<{ url: string }> {
    await this.returns.comeBack(id, wordsIn(said));
    return { url: isId(id) ? `/billing/return/${id}` : '/' };
  }
}

/** Plain fields alone; a list or an object was sent by nobody who takes money. */
function wordsIn(said: unknown): Record<string, string> {
  if (typeof said !== 'object' || said === null) return {};
  return Object.fromEntries(Object.entries(said).filter((field): field is [string, string] => typeof field[1] === 'string'));
}
