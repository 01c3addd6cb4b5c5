import { resolve } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config, projectRoot } from '../config/index.js';
import { Policy } from './policy.js';

@Global()
@Module({
  providers: [
    { provide: Policy, inject: [Config], useFactory: ({ settings }: Config) => Policy.load(settings.POLICY, resolve(projectRoot, settings.POLICIES_DIR)) },
  ],
  exports: [Policy],
})
export class PolicyModule {}
