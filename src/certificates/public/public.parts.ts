import { type Provider, type Type } from '@nestjs/common';
import { CertificateConsents } from './certificate-consents.js';
import { CredentialCheck } from './credential-check.js';
import { CertificatePages } from './certificate-pages.js';
import { PageOpening } from './page-opening.js';
import { PageRate } from './page-rate.js';
import { PublicCertificates } from './public-certificates.js';
import { PublicPagesController } from './public-pages.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { ReportedCertificates } from './reported-certificates.js';
import { ShownCertificateRepository } from './shown-certificate.repository.js';
import { Views } from './views.js';

/** What the module of certificates has of this folder. */
export const publicControllers: Type[] = [PublicPagesController];
export const publicProviders: Provider[] = [
  CertificateConsents, CertificatePages, CredentialCheck, PageOpening, PageRate, PublicationRepository, PublicCertificates, ReportedCertificates, ShownCertificateRepository, Views,
];
