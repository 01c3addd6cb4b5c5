import { type Provider, type Type } from '@nestjs/common';
import { Asking } from './asking.js';
import { CertificateAddress } from './certificate-address.js';
import { CertificateIssuer } from './certificate-issuer.js';
import { CertificateMaking } from './certificate-making.js';
import { CertificateObjects } from './certificate-objects.js';
import { CertificateProgress } from './certificate-progress.js';
import { CertificateRate } from './certificate-rate.js';
import { CertificateRepository } from './certificate.repository.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificateWorks } from './certificate-works.js';
import { CheckRepository } from './check.repository.js';
import { Checks } from './checks.js';
import { ChecksController } from './checks.controller.js';
import { ClipCopy } from './clip-copy.js';
import { ContentRepository } from './content.repository.js';
import { Issuance } from './issuance.js';
import { IssuedContent } from './issued-content.js';
import { IssuingNews } from './issuing-news.js';
import { IssuingPace } from './issuing-pace.js';
import './issuing.invariants.js';
import './issuing.personal-data.js';
import { IssuingSweep } from './issuing-sweep.js';
import { IssuingWork } from './issuing-work.js';
import { IssuingWorker } from './issuing.worker.js';
import { Offers } from './offers.js';
import { OffersController } from './offers.controller.js';
import { OwnCertificates } from './own-certificates.js';
import { OwnFiles } from './own-files.js';
import { Previews } from './previews.js';
import { SaidByPeople } from './said-by-people.js';
import { Wishes } from './wishes.js';

/** What the module of certificates has of this folder. */
export const issuingControllers: Type[] = [OffersController, CertificatesController, ChecksController];
export const issuingProviders: Provider[] = [
  Asking, CertificateAddress, CertificateIssuer, CertificateMaking, CertificateObjects, CertificateProgress, CertificateRate, CertificateRepository, CertificateWorks, CheckRepository, Checks, ClipCopy,
  ContentRepository, Issuance, IssuedContent, IssuingNews, IssuingPace, IssuingSweep, IssuingWork, IssuingWorker, Offers, OwnCertificates, OwnFiles, Previews, SaidByPeople, Wishes,
];
