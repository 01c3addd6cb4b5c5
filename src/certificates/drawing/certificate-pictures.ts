import { Injectable } from '@nestjs/common';
import { Outlines } from '../../platform/paper/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Inscription } from '../facts.js';
import { badge } from './badge.js';
import { card } from './card.js';
import { rasterise } from './rasterise.js';

/** Certificates to be shown elsewhere. All text in them is shapes, so that they look the same everywhere; the same certificate makes the same bytes. */
@Injectable()
export class CertificatePictures {
  constructor(private readonly policy: Policy) {}

  /** 600 × 600 pixels, around the seal transparent. */
  async badgePng(inscription: Inscription): Promise<Buffer> {
    return rasterise(await this.badgeSvg(inscription));
  }

  async badgeSvg(inscription: Inscription): Promise<string> {
    return badge(await Outlines.load(), inscription);
  }

  /** The Open Graph picture, 1200 × 630 pixels. */
  async cardPng(inscription: Inscription): Promise<Buffer> {
    return rasterise(card(await Outlines.load(), inscription, this.policy.values.operator.name));
  }
}
