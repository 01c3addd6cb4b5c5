import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InterviewsModule } from '../interviews/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PrivacyModule } from '../privacy/index.js';
import { Certificate } from './issuing/certificate.entity.js';
import { credentialsControllers, credentialsProviders } from './credentials/credentials.parts.js';
import { drawingProviders } from './drawing/drawing.parts.js';
import { issuingControllers, issuingProviders } from './issuing/issuing.parts.js';
import { lifeControllers, lifeProviders } from './life/life.parts.js';
import { ListedCertificates } from './listed-certificates.js';
import { publicControllers, publicProviders } from './public/public.parts.js';

@Module({
  imports: [InterviewsModule, NotificationsModule, PrivacyModule, TypeOrmModule.forFeature([Certificate])],
  controllers: [...credentialsControllers, ...issuingControllers, ...lifeControllers, ...publicControllers],
  providers: [ListedCertificates, ...credentialsProviders, ...drawingProviders, ...issuingProviders, ...lifeProviders, ...publicProviders],
  exports: [ListedCertificates],
})
export class CertificatesModule {}
