import { Controller, Get } from '@nestjs/common';
import { Public, View } from '../platform/http/index.js';
import { readPromises } from './promises.js';
import { promisesView, type PromisesView } from './public.dto.js';

/** What this field promises, and which of it a test proves here. */
@Controller('api/promises')
export class PromisesController {
  private readonly promises = readPromises();

  @Get()
  @Public()
  @View(promisesView)
  publishedPromises(): PromisesView {
    return { promises: this.promises };
  }
}
