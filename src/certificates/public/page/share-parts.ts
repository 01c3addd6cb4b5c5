import { type PublicCertificate } from '../public-certificate.js';
import { html, type Markup } from './markup.js';

/** The link, and what its owner may do with it. Nothing here reaches anybody before somebody presses it. */
export function sharing(view: PublicCertificate, issuer: string): Markup {
  return html`<section class="sharing" aria-labelledby="sharing"><h2 id="sharing">Pass it on</h2>
${field('link', 'The address of this page', html`<input id="link" type="text" readonly value="${view.url}">`, 'Copy the link')}
<details><summary>Is this yours?</summary>
<p><a href="${onLinkedIn(view, issuer)}" rel="noopener noreferrer" target="_blank">Add it to your LinkedIn profile</a> <span class="soft">LinkedIn is told what it is for, its dates and the address of this page when you press it, and nothing before.</span></p>
${field('embed', 'To show it on your own site', html`<textarea id="embed" rows="4" readonly>${embedding(view)}</textarea>`, 'Copy the code')}
</details></section>`;
}

/** The button does nothing without its script, which shows it. */
const field = (id: string, label: string, control: Markup, copy: string): Markup =>
  html`<div class="field"><label for="${id}">${label}</label>${control}<button type="button" data-copies="${id}" hidden>${copy}</button></div>`;

/** What is pasted into another page; its text is escaped by whoever shows it. */
const embedding = ({ url, name, title }: PublicCertificate): string =>
  html`<iframe src="${url}/embed" title="${`Certificate of ${name}: ${title}`}" width="360" height="220" loading="lazy" style="border:0"></iframe>`.text;

function onLinkedIn({ title, issuedAt, validUntil, url, id }: PublicCertificate, issuer: string): string {
  const [from, to] = [new Date(issuedAt), new Date(validUntil)];
  return `https://www.linkedin.com/profile/add?${new URLSearchParams({
    startTask: 'CERTIFICATION_NAME', name: `Interview certificate: ${title}`, organizationName: issuer,
    issueYear: String(from.getUTCFullYear()), issueMonth: String(from.getUTCMonth() + 1), expirationYear: String(to.getUTCFullYear()), expirationMonth: String(to.getUTCMonth() + 1),
    certUrl: url, certId: id,
  }).toString()}`;
}

/** For programs that draw a preview where a link is shared. */
export function openGraph({ url, name, title, overall, validUntil }: PublicCertificate, hasCard: boolean): Markup {
  const says = `Scored ${overall} of 10 in a live interview. Valid until ${validUntil.slice(0, 10)}.`;
  const picture = html`<meta property="og:image" content="${url}/card.png"><meta property="og:image:type" content="image/png"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta property="og:image:alt" content="${`Certificate of ${name}, ${title}: ${overall} of 10`}">
<meta name="twitter:card" content="summary_large_image">`;
  return html`<meta name="description" content="${says}">
<link rel="canonical" href="${url}">
<meta property="og:type" content="website"><meta property="og:site_name" content="Viva Voce"><meta property="og:title" content="${`${name}: ${title}`}"><meta property="og:description" content="${says}"><meta property="og:url" content="${url}">
${hasCard && picture}`;
}
