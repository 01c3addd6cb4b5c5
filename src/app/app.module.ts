import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccountsModule } from '../accounts/index.js';
import { CandidatesModule } from '../candidates/index.js';
import { CertificatesModule } from '../certificates/index.js';
import { ConsentModule } from '../consent/index.js';
import { InterviewsModule } from '../interviews/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PaymentsModule } from '../payments/index.js';
import { AiModule } from '../platform/ai/index.js';
import { AuditModule } from '../platform/audit/index.js';
import { ClockModule } from '../platform/clock/index.js';
import { type Config, ConfigModule } from '../platform/config/index.js';
import { DbModule } from '../platform/db/index.js';
import { HttpModule } from '../platform/http/index.js';
import { JobsModule } from '../platform/jobs/index.js';
import { JournalModule } from '../platform/journal/index.js';
import { MailModule } from '../platform/mail/index.js';
import { MediaModule } from '../platform/media/index.js';
import { PagesModule } from '../platform/pages/index.js';
import { PaperModule } from '../platform/paper/index.js';
import { PolicyModule } from '../platform/policy/index.js';
import { StorageModule } from '../platform/storage/index.js';
import { PrivacyModule } from '../privacy/index.js';
import { RecruitersModule } from '../recruiters/index.js';
import { HealthController } from './health.controller.js';
import { InboxController } from './inbox.controller.js';
import { type Log, logging } from './log.js';
import { MetricsController } from './metrics.controller.js';
import { Invariants } from './invariants/invariants.js';
import { Metrics } from './metrics.js';
import { NoticesModule } from './notices/notices.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PromisesController } from './promises.controller.js';
import { PublishedPolicyController } from './published-policy.controller.js';
import { RequestCounter } from './request-counter.js';
import { UpkeepWorker } from './upkeep.worker.js';
import { WebPagesController } from './web-pages.controller.js';

/** The whole product. Web servers and workers are started from the same modules. */
@Module({})
export class AppModule {
  /** `log`: where lines go instead of to the output. */
  static with(config: Config, log?: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config), LoggerModule.forRoot(logging(config, log)),
        PolicyModule, DbModule, ClockModule, AuditModule, JobsModule, StorageModule, JournalModule, MediaModule, PagesModule, MailModule, AiModule, HttpModule, PaperModule,
        AccountsModule, ConsentModule, CandidatesModule, CertificatesModule, InterviewsModule, NotificationsModule, PaymentsModule, PrivacyModule, RecruitersModule, OperationsModule, NoticesModule,
      ],
      controllers: [HealthController, InboxController, MetricsController, PromisesController, PublishedPolicyController, WebPagesController],
      providers: [Invariants, Metrics, RequestCounter, UpkeepWorker],
    };
  }
}
