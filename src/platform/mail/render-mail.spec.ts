import { renderMail } from './render-mail.js';

const content = {
  subject: 'Confirm your address',
  heading: 'One step left',
  paragraphs: ['Hello <b>Ada</b> & co,', 'the link works for an hour.'],
  action: { label: 'Confirm', url: 'https://viva.example/verify?token=a&next=/' },
  footer: 'You get this because this address was used to sign up.',
};

describe('a mail of the house', () => {
  it('says the same as text and as HTML', async () => {
    const { html, text } = await renderMail(content);
    expect(text).toBe(
      'One step left\n\nHello <b>Ada</b> & co,\n\nthe link works for an hour.\n\n' +
        'Confirm:\nhttps://viva.example/verify?token=a&next=/\n\n--\nYou get this because this address was used to sign up.\n',
    );
    expect(html).toMatch(/^<!DOCTYPE html.*<html lang="en">/s);
    for (const part of ['One step left', 'the link works for an hour.', 'Confirm', content.footer]) expect(html).toContain(part);
    expect(html).toContain('href="https://viva.example/verify?token=a&amp;next=/"');
  });

  it('shows markup in what people wrote as they wrote it', async () => {
    const { html } = await renderMail({ ...content, heading: '<script>alert(1)</script>' });
    expect(html).toContain('Hello &lt;b&gt;Ada&lt;/b&gt; &amp; co,');
    expect(html).not.toContain('<script');
  });

  it('makes links of the addresses in its words only when these are our own', async () => {
    const paragraphs = ['Read https://viva.example/new?a=1&b=2. More (at http://viva.example/old), not at javascript:alert(1).'];
    expect((await renderMail({ ...content, paragraphs })).html).not.toMatch(/href="[^"]*\/(new|old)/);
    const { html, text } = await renderMail({ ...content, paragraphs, linksAddresses: true });
    expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(expect.arrayContaining(['https://viva.example/new?a=1&amp;b=2', 'http://viva.example/old']));
    expect(html).not.toContain('href="javascript');
    expect(text).toContain(paragraphs[0]);
  });

  it('leads to web addresses only', async () => {
    await expect(renderMail({ ...content, action: { label: 'Open', url: 'javascript:alert(1)' } })).rejects.toThrow(/web address/);
  });

  it('loads nothing from elsewhere, so that opening it tells nobody', async () => {
    const { html } = await renderMail({ ...content, action: { label: 'Open', url: 'https://viva.example/' } });
    expect(html).not.toMatch(/<img|<link|url\(|@import/);
  });

  it('can be read by everybody: each colour has a contrast of 4.5 to 1 or more', async () => {
    const { html } = await renderMail(content);
    for (const [ink, paper] of [['#1C2430', '#FBFAF7'], ['#0F5C5C', '#FBFAF7'], ['#4A5261', '#FBFAF7'], ['#FFFFFF', '#0F5C5C']] as const) {
      expect(html.toUpperCase()).toContain(ink);
      expect(contrast(ink, paper)).toBeGreaterThan(4.5);
    }
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const channel = parseInt(colour.slice(from, from + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
