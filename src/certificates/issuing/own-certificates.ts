import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Views } from '../public/views.js';
import { type Certificate, type CertificateState } from './certificate.entity.js';
import { CertificateAddress } from './certificate-address.js';
import { CertificateRepository } from './certificate.repository.js';
import { ContentRepository, fileKinds } from './content.repository.js';
import { type Act, type CertificatesView, type CertificateView, type Download } from './issuing.dto.js';
import { SaidByPeople } from './said-by-people.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Certificates as their owner sees them. */
@Injectable()
export class OwnCertificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly contents: ContentRepository,
    private readonly people: SaidByPeople,
    private readonly views: Views,
    private readonly address: CertificateAddress,
    private readonly clock: Clock,
  ) {}

  async list(tx: Tx, candidateId: string): Promise<CertificatesView> {
    const lines = await this.certificates.mine(tx, candidateId);
    return { certificates: lines.map((line) => ({ ...line, askedAt: iso(line.askedAt), issuedAt: iso(line.issuedAt), validUntil: iso(line.validUntil) })) };
  }

  /** 404 for a foreign, ended or absent one. */
  async read(tx: Tx, candidateId: string, id: string): Promise<CertificateView> {
    const certificate = await this.certificates.getMine(tx, candidateId, id);
    const state = certificate.effectiveState(await this.clock.now(tx));
    const isPublished = state === 'issued' && (await this.contents.isPublished(tx, id));
    return {
      id, state, step: state === 'issuing' ? certificate.step : null, interviewId: certificate.interviewId,
      url: state === 'issued' ? this.address.of(certificate) : null,
      askedAt: iso(certificate.askedAt), issuedAt: wasIssued(state) ? iso(certificate.issuedAt) : null, validUntil: wasIssued(state) ? iso(certificate.validUntil) : null,
      revokedAt: iso(certificate.revokedAt), revokedBecause: certificate.revokedBecause,
      isPublished: isPublished && certificate.suspendedAt === null, isSuspended: certificate.suspendedAt !== null,
      ...(await this.said(tx, id, state)),
      views: state === 'issued' ? mutable(await this.views.of(tx, id)) : { total: 0, days: [] },
      replaces: certificate.replaces, replacedBy: await this.certificates.replacementOf(tx, id),
      ...(await this.people.of(tx, id)),
      can: actsFor(certificate, state, isPublished),
    };
  }

  /** What is personal about it is shown to its owner as long as it has not ended. */
  private async said(tx: Tx, id: string, state: CertificateState): Promise<Pick<CertificateView, 'name' | 'facts' | 'takeId' | 'clip' | 'files'>> {
    const content = state === 'expired' ? null : await this.contents.find(tx, id);
    const clip = state === 'issued' ? await this.contents.clipOf(tx, id) : null;
    const files: Download[] = state === 'issued' ? [...fileKinds, 'credential_json', 'credential_jwt', ...(clip ? (['clip'] as const) : [])] : [];
    return { name: content?.name ?? null, facts: content?.facts ?? null, takeId: content?.part?.takeId ?? null, clip: clip && { durationMs: clip.durationMs, bytes: clip.bytes }, files };
  }
}

function wasIssued(state: CertificateState): boolean {
  return state === 'issued' || state === 'revoked' || state === 'expired';
}

function actsFor({ suspendedAt }: Certificate, state: CertificateState, isPublished: boolean): Act[] {
  if (state === 'draft') return ['ask'];
  if (state !== 'issued') return [];
  const isSuspended = suspendedAt !== null;
  return [...(isPublished ? (['unpublish'] as const) : []), ...(!isPublished && !isSuspended ? (['publish'] as const) : []), ...(isSuspended ? [] : (['correct'] as const)), 'give_back'];
}

function mutable({ total, days }: { readonly total: number; readonly days: readonly { readonly day: string; readonly times: number }[] }): CertificateView['views'] {
  return { total, days: days.map((day) => ({ ...day })) };
}
