import { type INestApplicationContext, type Provider } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ClockModule } from '../../../src/platform/clock/index.js';
import { Config, ConfigModule } from '../../../src/platform/config/index.js';
import { DbModule } from '../../../src/platform/db/index.js';
import { JobsModule } from '../../../src/platform/jobs/index.js';
import { JobTimings } from '../../../src/platform/jobs/job-timings.js';
import { PolicyModule } from '../../../src/platform/policy/index.js';

/** Shorter waits, so that the suite does not take minutes; a killed worker's job comes back 5 s later without them. */
class ShortPauses extends JobTimings {
  override readonly firstPause = 100;
  override readonly lease = 5_000;
  override readonly unanswered = 3_000;
  override readonly drain = 1_000;
}

/** An application that has nothing but the jobs, as a process of its own would make it. */
export async function application(environment: Record<string, string | undefined>, providers: Provider[]): Promise<INestApplicationContext> {
  const config = Config.read({ NODE_ENV: 'test', SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', ...environment });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.with(config), PolicyModule, DbModule, ClockModule, JobsModule],
    providers,
  }).overrideProvider(JobTimings).useValue(new ShortPauses()).compile();
  module.useLogger(false);
  return module.init();
}
