import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { CertifiableInterviews, type certifiableShapes } from '../../interviews/index.js';
import { notFound } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Certificate } from './certificate.entity.js';
import { fitName, withFitRole } from './certificate-name.js';
import { type CertificateContent } from './content.repository.js';
import { type WishBody } from './issuing.dto.js';
import { noSuchClip, notEarned } from './issuing.errors.js';
import { standingInWords } from './standing-in-words.js';

type ClipChoice = z.infer<typeof certifiableShapes.clipChoice>;

/** What a certificate will say, by what its owner chose. */
@Injectable()
export class Wishes {
  constructor(private readonly interviews: CertifiableInterviews) {}

  /** Holds the interview. AppErrors `not_found`, `certificates.not_earned`, `certificates.name_unfit`, `certificates.name_unprintable`, `certificates.no_such_clip`. */
  async content(tx: Tx, candidateId: string, { interviewId }: Certificate, { name, takeId }: WishBody): Promise<CertificateContent> {
    if (interviewId === null) throw notFound();
    const fit = await fitName(name);
    const { facts, clips } = await this.interviews.material(tx, candidateId, interviewId);
    const standing = await this.interviews.standing(tx, candidateId, interviewId);
    if (!standing.fit) throw notEarned(standingInWords(standing));
    const chosen = takeId === null ? null : chosenOf(clips, takeId);
    return {
      name: fit,
      facts: { ...(await withFitRole(facts)), clip: chosen && { question: chosen.question, score: chosen.score, durationMs: chosen.to - chosen.from } },
      part: chosen && { takeId: chosen.takeId, from: chosen.from, to: chosen.to },
    };
  }
}

function chosenOf(clips: readonly ClipChoice[], takeId: string): ClipChoice {
  const chosen = clips.find((clip) => clip.takeId === takeId);
  if (!chosen) throw noSuchClip();
  return chosen;
}
