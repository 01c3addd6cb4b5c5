import { Injectable } from '@nestjs/common';
import { Policy } from '../../platform/policy/index.js';
import { dayInWords } from '../words.js';
import { type PublicCertificate } from './public-certificate.js';
import { answer, type Checked, checks, competencies, diploma, judging, verdict } from './page/certificate-parts.js';
import { type Saying, told, toldSmall } from './page/ended-parts.js';
import { html, type Markup } from './page/markup.js';
import { readPageAssets } from './page/page-assets.js';
import { pageOf } from './page/page-frame.js';
import { marks } from './page/pictures.js';
import { openGraph, sharing } from './page/share-parts.js';

/** The pages of certificates as documents. What they show is given to them; they look nothing up. */
@Injectable()
export class CertificatePages {
  private readonly assets = readPageAssets();

  constructor(private readonly policy: Policy) {}

  /** A valid certificate, as anybody with the link sees it. */
  valid(view: PublicCertificate, { checked, hasCard }: { checked: Checked | null; hasCard: boolean }): string {
    return pageOf({ ...this.around(titleOf(view)), head: openGraph(view, hasCard) }, this.body(view, checked, sharing(view, this.operator)));
  }

  /** The same page before it is issued: for its owner's eyes, with a ribbon that says so. */
  preview(view: PublicCertificate): string {
    return pageOf({ ...this.around(titleOf(view)), kind: 'preview' }, this.body(view, null, null));
  }

  /** What stands in its place. */
  saying(saying: Saying): string {
    return pageOf({ ...this.around(`${saying.title} · Viva Voce`), kind: 'told' }, told(saying));
  }

  /** The small one that other sites may show in a frame. */
  embedded(view: PublicCertificate): string {
    const { name, title, overall, validUntil, url } = view;
    return pageOf({ ...this.around(titleOf(view)), kind: 'embed' }, html`<main class="small"><p class="kicker">Viva Voce certificate</p><p class="small-name" dir="auto">${name}</p>
<p>${title}: <strong class="score">${overall}</strong> of 10</p><p class="fits valid">${marks.fits}<span>Valid until ${dayInWords(new Date(validUntil))}. <a href="${url}" target="_blank" rel="noopener">See and check it</a></span></p></main>`);
  }

  embeddedSaying(saying: Saying): string {
    return pageOf({ ...this.around(saying.title), kind: 'embed' }, toldSmall(saying));
  }

  private body(view: PublicCertificate, checked: Checked | null, share: Markup | null): Markup {
    return html`<main class="certificate">${verdict(view, checked)}${diploma(view)}<div class="columns">${competencies(view)}${judging(view, this.operator)}</div>${answer(view)}<div class="columns">${checks(view, checked)}${share}</div></main>`;
  }

  private around(title: string) {
    return { title, assets: this.assets, operator: this.operator };
  }

  private get operator(): string {
    return this.policy.values.operator.name;
  }
}

const titleOf = ({ name, title }: PublicCertificate): string => `${name}, ${title} · Viva Voce certificate`;
