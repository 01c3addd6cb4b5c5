import { type CSSProperties, createElement as element, type ReactNode } from 'react';

/** What a mail says. All of it is plain text: whatever looks like markup is shown as it was written. */
export interface MailContent {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Makes links of the web addresses in the paragraphs: for words of those who run this place only, as others' words could lead anywhere. */
  readonly linksAddresses?: boolean;
  /** The one thing to do. `url` must be http or https. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Why somebody gets this mail, and what to do if they should not. */
  readonly footer: string;
  /** How to get no more mails of this kind. */
  readonly leave?: { readonly label: string; readonly url: string };
}

/** A mail in the style of the house, as HTML and as plain text that say the same. */
export async function renderMail(content: MailContent): Promise<{ subject: string; html: string; text: string }> {
  if (content.action && !/^https?:\/\//.test(content.action.url)) throw new TypeError('The action of a mail must be a web address');
  // Loaded with the first mail only: React's renderer takes longer to load than the rest of this module.
  const { render } = await import('@react-email/render');
  return { subject: content.subject, html: await render(page(content)), text: plain(content) };
}

const PAPER = '#FBFAF7';
const INK = '#1C2430';
const TEAL = '#0F5C5C';
const FONT = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif";

const style = {
  page: { margin: 0, padding: '32px 16px', backgroundColor: PAPER, color: INK, fontFamily: FONT, fontSize: '17px', lineHeight: 1.5 },
  frame: { width: '100%', maxWidth: '560px', margin: '0 auto' },
  name: { margin: '0 0 24px', color: TEAL, fontWeight: 600 },
  heading: { margin: '0 0 16px', fontFamily: "'Source Serif 4', Georgia, serif", fontSize: '26px', lineHeight: 1.25, fontWeight: 600 },
  paragraph: { margin: '0 0 16px' },
  button: {
    display: 'inline-block', margin: '8px 0 16px', padding: '12px 20px', backgroundColor: TEAL, color: '#FFFFFF',
    borderRadius: '6px', fontWeight: 600, textDecoration: 'none',
  },
  address: { margin: '0 0 16px', fontSize: '15px', wordBreak: 'break-all' },
  link: { color: TEAL },
  // 7.1 to 1 on the paper: small print must be readable, too.
  footer: { margin: '32px 0 0', paddingTop: '16px', borderTop: `1px solid #D9D5CB`, color: '#4A5261', fontSize: '15px' },
} satisfies Record<string, CSSProperties>;

function page(content: MailContent): ReactNode {
  return element('html', { lang: 'en' },
    element('head', null,
      element('meta', { httpEquiv: 'Content-Type', content: 'text/html; charset=UTF-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light' }),
      element('title', null, content.subject)),
    element('body', { style: style.page },
      // Some mail programs ignore max-width on anything but a table.
      element('table', { role: 'presentation', style: style.frame, cellPadding: 0, cellSpacing: 0 },
        element('tbody', null, element('tr', null, element('td', null, ...sayings(content)))))));
}

function sayings({ heading, paragraphs, linksAddresses, action, footer, leave }: MailContent): ReactNode[] {
  return [
    element('p', { style: style.name }, 'Viva Voce'),
    element('h1', { style: style.heading }, heading),
    ...paragraphs.map((paragraph) => element('p', { style: style.paragraph }, ...(linksAddresses ? linked(paragraph) : [paragraph]))),
    ...(action ? doing(action) : []),
    element('p', { style: style.footer }, footer, ...(leave ? [' ', element('a', { key: 'leave', href: leave.url, style: style.link }, leave.label)] : [])),
  ];
}

/** A full stop or a bracket at the end of an address belongs to the sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

const linked = (paragraph: string): ReactNode[] =>
  paragraph.split(ADDRESS).map((part, index) => (index % 2 === 0 ? part : element('a', { key: index, href: part, style: style.link }, part)));

function doing({ label, url }: NonNullable<MailContent['action']>): ReactNode[] {
  return [
    element('p', { style: style.paragraph }, element('a', { href: url, style: style.button }, label)),
    element('p', { style: style.address }, 'If the button does nothing, open this address: ', element('a', { href: url, style: style.link }, url)),
  ];
}

function plain({ heading, paragraphs, action, footer, leave }: MailContent): string {
  const parts = [heading, ...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), `--\n${footer}${leave ? `\n${leave.label}: ${leave.url}` : ''}`];
  return `${parts.join('\n\n')}\n`;
}
