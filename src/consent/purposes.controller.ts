import { Controller, Get, Query } from '@nestjs/common';
import { Public, View } from '../platform/http/index.js';
import { ConsentViews } from './consent-views.js';
import { localeQuery, purposesView, type PurposesView } from './consent.dto.js';

/** What anyone can be asked to allow here, in the very words they will be asked with. */
@Controller('api/purposes')
export class PurposesController {
  constructor(private readonly views: ConsentViews) {}

  @Get()
  @Public()
  @View(purposesView)
  purposes(@Query({ schema: localeQuery }) { locale }: { locale?: string }): PurposesView {
    return this.views.purposes(locale);
  }
}
