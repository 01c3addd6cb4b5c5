import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { PageFetch } from './page-fetch.js';
import { resolveHere } from './public-addresses.js';

@Global()
@Module({
  providers: [{ provide: PageFetch, inject: [Config], useFactory: ({ settings }: Config) => new PageFetch({ inside: settings.PAGES_INSIDE, resolve: resolveHere, milliseconds: 5_000 }) }],
  exports: [PageFetch],
})
export class PagesModule {}
