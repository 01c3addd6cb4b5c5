import { CertificatePaper } from './certificate-paper.js';
import { CertificatePictures } from './certificate-pictures.js';

export const drawingProviders = [CertificatePaper, CertificatePictures];
