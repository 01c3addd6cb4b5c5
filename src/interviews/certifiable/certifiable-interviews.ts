import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type AlikeAnswers, type ClipChoice, type Standing } from './certifiable.dto.js';
import { CertificateMaterial, type CopiedFacts } from './certificate-material.js';
import { Clips, type CutClip } from './clips.js';
import { CopyReading } from './copy-reading.js';
import { NearCopies, type NearCopy } from './near-copies.js';
import { Standings } from './standings.js';

/** What interviews say to whoever makes certificates of them. What somebody was invited to is a 404 like an interview that is not there. */
@Injectable()
export class CertifiableInterviews {
  constructor(
    private readonly standings: Standings,
    private readonly gathered: CertificateMaterial,
    private readonly clips: Clips,
    private readonly copies: NearCopies,
    private readonly reading: CopyReading,
  ) {}

  /** Whether an own interview earns a certificate, and everything that keeps it from that. True until `tx` ends after `material`, which holds the interview. */
  standing(tx: Tx, candidateId: string, interviewId: string): Promise<Standing> {
    return this.standings.ofMine(tx, candidateId, interviewId);
  }

  /** All that a certificate copies of an own, scored interview, and the videos a clip can be made of, the best answer first. Nobody changes the interview until `tx` ends. `expiresAt`: null when it is kept. */
  async material(tx: Tx, candidateId: string, interviewId: string): Promise<{ facts: CopiedFacts; clips: ClipChoice[]; expiresAt: Date | null }> {
    const { interview, answers } = await this.gathered.hold(tx, candidateId, interviewId);
    return { facts: await this.gathered.facts(tx, interview, answers), clips: await this.clips.choices(tx, interviewId, answers), expiresAt: interview.expiresAt };
  }

  /** Which answers are nearly the same as some that were handed in before: `share` of what either says, from 0 to 1. */
  likenesses(tx: Tx, interviewId: string): Promise<NearCopy[]> {
    return this.copies.find(tx, interviewId);
  }

  /** The answers that are nearly the same as earlier ones, for somebody who runs this place, and has a reason. All whose answers are read can see that, and why. 404 when the interview is gone. */
  readAlike(tx: Tx, operatorId: string, interviewId: string, reason: string): Promise<AlikeAnswers[]> {
    return this.reading.open(tx, operatorId, interviewId, reason);
  }

  /** Cuts a part (milliseconds) of an own recording by copying its packets, with captions from its beginning. 404, `consent.required`; a MediaRefusal when it cannot be cut. */
  cut(tx: Tx, candidateId: string, takeId: string, part: { from: number; to: number }): Promise<CutClip> {
    return this.clips.cut(tx, candidateId, takeId, part);
  }
}
