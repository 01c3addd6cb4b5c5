import { type PageAssets } from './page-assets.js';
import { type Content, html, type Markup } from './markup.js';

/** What every page of a certificate has around what it says. */
export interface Around {
  readonly title: string;
  readonly assets: PageAssets;
  /** Who runs this place. */
  readonly operator: string;
  /** What programs that draw a preview of a link are told; nothing personal may be here once the certificate is not valid. */
  readonly head?: Content;
  readonly kind?: 'page' | 'told' | 'embed' | 'preview';
}

/** A whole document. It holds no script and no style of its own, so it needs no nonce, and the same page has the same bytes. */
export function pageOf({ title, assets, operator, head = null, kind = 'page' }: Around, main: Markup): string {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${head}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${assets.stylesheet !== null && html`<link rel="stylesheet" href="${assets.stylesheet}">`}
${assets.script !== null && kind === 'page' && html`<script type="module" src="${assets.script}"></script>`}
${kind === 'preview' && html`<base target="_blank">`}
</head>
${kind === 'embed' ? html`<body class="embed">${main}</body>` : html`<body>${header}${kind === 'preview' && ribbon}${main}${footer(operator, kind)}</body>`}
</html>
`;
  return document.text;
}

const header = html`<header class="header"><div class="inner"><a class="wordmark" href="/">Viva Voce</a><nav aria-label="Main"><a href="/verify">Check a certificate</a></nav></div></header>`;

const ribbon = html`<p class="ribbon">Preview: nobody but you sees this yet.</p>`;

const footer = (operator: string, kind: Around['kind']): Markup => html`<footer class="footer"><div class="inner">
${kind !== 'told' && html`<p>How often this page is opened is counted, not by whom. Search engines are asked not to list it.</p>`}
<p class="links"><a href="/legal/privacy">Privacy</a> <a href="/about/scoring">How answers are scored</a> <a href="/legal/contact">Contact</a> <span>${operator}</span></p>
</div></footer>`;
