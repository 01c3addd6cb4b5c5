import { dayInWords, momentInWords } from '../../words.js';
import { type PublicCertificate } from '../public-certificate.js';
import { html, type Markup } from './markup.js';
import { bar, marks, ruler } from './pictures.js';

/** What checking the certificate's own credential found, a moment ago. */
export interface Checked {
  readonly holds: boolean;
  readonly checks: readonly { readonly passed: boolean; readonly says: string }[];
}

const day = (iso: string): Markup => html`<time datetime="${iso}">${dayInWords(new Date(iso))}</time>`;
const moment = (iso: string): Markup => html`<time datetime="${iso}">${momentInWords(new Date(iso))}</time>`;
const left = (days: number): string => (days === 1 ? 'less than a day left' : `${days} days left`);

/** Whether it is valid, in one line above everything else. */
export function verdict({ validUntil, daysLeft }: PublicCertificate, checked: Checked | null): Markup {
  if (checked !== null && !checked.holds) return html`<p class="verdict fails">${marks.fails}<span><strong>Do not rely on this.</strong> What stands here is not what was signed.</span></p>`;
  return html`<p class="verdict fits">${marks.fits}<span><strong>Valid</strong> until ${day(validUntil)}, ${left(daysLeft)}${checked !== null && '. Checked just now'}</span></p>`;
}

/** The part that would hang on a wall. */
export function diploma({ name, title, overall, mark, questions, issuedAt, validUntil, clip }: PublicCertificate): Markup {
  return html`<article class="diploma" aria-labelledby="name">
<p class="kicker">Interview certificate</p>
<h1 id="name" dir="auto">${name}</h1>
<p class="title">${title}</p>
<p class="earned">answered ${questions} questions in one live interview, handed in once and without help, and scored <strong>${overall}</strong> of 10. A certificate needs more than ${mark}.</p>
${ruler(overall, mark)}
<dl class="dates"><div><dt>Issued</dt><dd>${day(issuedAt)}</dd></div><div><dt>Valid until</dt><dd>${moment(validUntil)}</dd></div>${clip !== null && html`<div><dt>With</dt><dd>an answer to watch, below</dd></div>`}</dl>
</article>`;
}

export function competencies({ competencies: all }: PublicCertificate): Markup {
  return html`<section aria-labelledby="competencies"><h2 id="competencies">What the score is made of</h2><ul class="bars">${all.map(bar)}</ul></section>`;
}

/** Who judged what, and where one reads what that means. */
export function judging({ evaluator, rubric, transcript, questionSet, takenAt, id }: PublicCertificate, issuer: string): Markup {
  const rows: readonly (readonly [string, Markup | string])[] = [
    ['Judged by', evaluator], ['Rubric', rubric], ...(questionSet === null ? [] : [['Questions', questionSet] as const]), ['Answers', transcript], ['Taken', day(takenAt)], ['Issued by', issuer], ['Number', html`<span class="code">${id}</span>`],
  ];
  return html`<section aria-labelledby="judging"><h2 id="judging">How it was judged</h2>
<dl class="rows">${rows.map(([term, told]) => html`<div><dt>${term}</dt><dd>${told}</dd></div>`)}</dl>
<p><a href="/about/scoring">What the rubric asks, and what a score cannot say</a></p></section>`;
}

/** One answer, as it was given. */
export function answer({ clip, name }: PublicCertificate): Markup | null {
  if (clip === null) return null;
  return html`<section class="answer" aria-labelledby="answer-title"><h2 id="answer-title">One of the answers</h2>
<blockquote>${clip.question}</blockquote>
<video controls playsinline preload="metadata" src="${clip.src}" aria-label="Answer of ${name}">${clip.captions !== null && html`<track kind="captions" src="${clip.captions}" srclang="en" label="Captions" default>`}</video>
<p class="soft">A part of one answer, ${Math.max(1, Math.round(clip.durationMs / 1000))} seconds long. The whole answer scored ${clip.score} of 10.</p></section>`;
}

/** What was looked at, one line each, and where one can look oneself. */
export function checks({ url }: PublicCertificate, checked: Checked | null): Markup {
  return html`<section aria-labelledby="checks"><h2 id="checks">How it was checked</h2>
${checked !== null && html`<ul class="checks">${checked.checks.map(({ passed, says }) => html`<li class="${passed ? 'fits' : 'fails'}">${passed ? marks.fits : marks.fails}<span>${says}</span></li>`)}</ul>`}
<p>This page is only as good as the place it comes from. <a href="/verify?link=${encodeURIComponent(url)}">Check it yourself</a>, or give the file that belongs to it to any program that reads Open Badges 3.0.</p></section>`;
}
