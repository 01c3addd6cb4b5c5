import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ByToken, View } from '../../../platform/http/index.js';
import { builtInBackView, type BuiltInChoice, builtInChoice, builtInPageView, type BuiltInPageView, type BuiltInPlanChoice, builtInPlanChoice } from './built-in.dto.js';
import { BuiltInPage } from './built-in-page.js';

/** The page of the built-in gateway. Nothing that could be a card is asked for here, or taken. */
@Controller('api/built-in-gateway/checkouts/:reference')
export class BuiltInController {
  constructor(private readonly page: BuiltInPage) {}

  @Get()
  @ByToken('built-in-checkout')
  @View(builtInPageView)
  builtInCheckout(@Param('reference') reference: string): Promise<BuiltInPageView> {
    return this.page.look(reference);
  }

  @Post()
  @ByToken('built-in-checkout')
  @HttpCode(200)
  @View(builtInBackView)
  chooseAtBuiltInCheckout(@Param('reference') reference: string, @Body({ schema: builtInChoice }) choice: BuiltInChoice): Promise<{ back: string }> {
    return this.page.choose(reference, choice);
  }

  @Post('plan')
  @ByToken('built-in-checkout')
  @HttpCode(200)
  @View(builtInPageView)
  chooseForBuiltInPlan(@Param('reference') reference: string, @Body({ schema: builtInPlanChoice }) { choice }: BuiltInPlanChoice): Promise<BuiltInPageView> {
    return this.page.choosePlan(reference, choice);
  }
}
