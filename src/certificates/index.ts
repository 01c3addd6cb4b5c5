export { CertificatesModule } from './certificates.module.js';
export { demoCertificate } from './demo-certificate.js';
export { certificatePublished } from './certificates.events.js';
export { ListedCertificates, type ListedCertificate } from './listed-certificates.js';
export { LARGEST_PROOF_BYTES } from './credentials/verification/verifications.controller.js';
