import { z } from 'zod';
import { certifiableShapes } from '../../interviews/index.js';
import { certificateFacts } from '../facts.js';
import { measure } from '../life/measures.dto.js';
import { publicCertificate } from '../public/public-certificate.js';
import { certificateStates, issuingSteps, revocations } from './certificate.entity.js';

const moment = z.string().meta({ format: 'date-time' });
const state = z.enum(certificateStates);

/** What the owner of a certificate may do with it now. */
export const acts = ['ask', 'publish', 'unpublish', 'correct', 'give_back'] as const;
export type Act = (typeof acts)[number];

export const offerView = z
  .object({
    standing: certifiableShapes.standing,
    /** The best answer first; empty without a video, and unless a certificate is earned. */
    clips: z.array(certifiableShapes.clipChoice),
    /** As the account is called. */
    name: z.string(),
    /** What became of the offer; null when there is none yet. */
    certificate: z.object({ id: z.uuid(), state }).nullable(),
    /** In words: `6 months`. */
    validFor: z.string(),
  })
  .meta({ id: 'CertificateOffer' });

export const draftView = z.object({ id: z.uuid() }).meta({ id: 'CertificateDraft' });

export const wishBody = z.strictObject({
  /** As it stands on the certificate. */
  name: z.string().max(1000),
  /** The recording to show a part of; null for none. */
  takeId: z.uuid().nullable(),
});

export const askBody = z.strictObject({
  ...wishBody.shape,
  /** Made by the caller: a press that is sent twice has one effect. */
  eventId: z.uuid(),
});

export const previewView = z
  .object({ view: publicCertificate, /** The whole page, as HTML. */ page: z.string() })
  .meta({ id: 'CertificatePreview' });

export const certificateLine = z
  .object({
    id: z.uuid(),
    state,
    /** What is said on it is null once it has been revoked and everything personal has gone. */
    roleTitle: z.string().nullable(),
    levelTitle: z.string().nullable(),
    name: z.string().nullable(),
    overall: z.string().nullable(),
    askedAt: moment.nullable(),
    issuedAt: moment.nullable(),
    validUntil: moment.nullable(),
    revokedBecause: z.enum(revocations).nullable(),
    isPublished: z.boolean(),
    isSuspended: z.boolean(),
  })
  .meta({ id: 'CertificateLine' });

export const certificatesView = z.object({ certificates: z.array(certificateLine) }).meta({ id: 'Certificates' });

/** What can be downloaded of a certificate. */
export const downloads = ['pdf_a4', 'pdf_letter', 'badge_png', 'badge_svg', 'card_png', 'credential_json', 'credential_jwt', 'clip'] as const;
export type Download = (typeof downloads)[number];

export const certificateView = z
  .object({
    id: z.uuid(),
    state,
    /** How far issuing has come; null unless it is being issued. */
    step: z.enum(issuingSteps).nullable(),
    /** Null once the interview is gone. */
    interviewId: z.uuid().nullable(),
    /** Of its public page; null unless it is issued. */
    url: z.string().nullable(),
    name: z.string().nullable(),
    facts: certificateFacts.nullable(),
    /** The recording that was chosen, as long as it is not issued. */
    takeId: z.uuid().nullable(),
    askedAt: moment.nullable(),
    issuedAt: moment.nullable(),
    validUntil: moment.nullable(),
    revokedAt: moment.nullable(),
    revokedBecause: z.enum(revocations).nullable(),
    clip: z.object({ durationMs: z.number().int(), bytes: z.number().int() }).nullable(),
    isPublished: z.boolean(),
    isSuspended: z.boolean(),
    views: z.object({ total: z.number().int(), days: z.array(z.object({ day: z.string(), times: z.number().int() })) }),
    files: z.array(z.enum(downloads)),
    replaces: z.uuid().nullable(),
    replacedBy: z.uuid().nullable(),
    /** Answers that are like earlier ones, which is why a person looks first. */
    findings: z.array(z.object({ position: z.number().int(), what: z.enum(['recording', 'words']) })),
    /** Why a person refused it; null unless one did. */
    refusal: z.string().nullable(),
    /** What whoever runs this place did about it last, and why; null when nothing was done. */
    measure: measure.nullable(),
    can: z.array(z.enum(acts)),
  })
  .meta({ id: 'Certificate' });

export type OfferView = z.infer<typeof offerView>;
export type WishBody = z.infer<typeof wishBody>;
export type AskBody = z.infer<typeof askBody>;
export type PreviewView = z.infer<typeof previewView>;
export type CertificatesView = z.infer<typeof certificatesView>;
export type CertificateView = z.infer<typeof certificateView>;
