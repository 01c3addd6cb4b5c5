import { Controller, Get } from '@nestjs/common';
import { Public, View } from '../../platform/http/index.js';
import { pricingView, type PricingView } from './billing.dto.js';
import { PriceList } from './price-list.js';

@Controller('api/pricing')
export class PricingController {
  constructor(private readonly prices: PriceList) {}

  /** What is sold here, for how much and through whom, and what is free. */
  @Get()
  @Public()
  @View(pricingView)
  pricing(): PricingView {
    return this.prices.view();
  }
}
