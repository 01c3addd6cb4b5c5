import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/index.js';
import { Entitlements } from '../payments/index.js';
import { type Tx } from '../platform/db/index.js';

/** What somebody must have before they are given what there is. */
export const needs = ['nothing', 'plan'] as const;
export type Needs = (typeof needs)[number];

/** Who has the natural voice for what was written for them alone, and may talk with an interviewer. Questions of the bank sound the same for everybody. */
@Injectable()
export class PremiumVoice {
  constructor(private readonly entitlements: Entitlements) {}

  async needs(tx: Tx, candidateId: string): Promise<Needs> {
    return (await this.entitlements.hasPremiumVoice(tx, { accountId: candidateId })) ? 'nothing' : 'plan';
  }

  /** AppError `interviews.voice_needs_plan`. */
  async mustHave(tx: Tx, candidateId: string): Promise<void> {
    if ((await this.needs(tx, candidateId)) === 'plan') throw voiceNeedsPlan();
  }
}

const voiceNeedsPlan = (): AppError =>
  new AppError('interviews.voice_needs_plan', 402, 'A natural voice for what was written for you, and an interviewer to talk with, come with a plan. Nothing was sent to anybody: read the question, or let your browser read it.');
