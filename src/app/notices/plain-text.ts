import { type Block, type NoticeView, type Text } from './notices.dto.js';

/** A notice for whoever reads it without a browser, or keeps it. */
export function plainText({ title, lead, version, publishedAt, parts }: NoticeView, origin: string): string {
  const written = (text: Text): string => text.map((piece) => (typeof piece === 'string' ? piece : linked(piece, origin))).join('');
  return [
    title, '='.repeat(title.length), '', lead, '', `In force since ${publishedAt.slice(0, 10)}, version ${version}`,
    ...parts.flatMap((part) => ['', '', part.title, '-'.repeat(part.title.length), ...part.blocks.flatMap((block) => ['', ...lines(block, written)])]), '',
  ].join('\n');
}

function linked({ text, href }: { text: string; href: string }, origin: string): string {
  if (href === `mailto:${text}`) return text;
  return `${text} (${href.startsWith('/') ? origin + href : href.replace(/^mailto:/, '')})`;
}

function lines(block: Block, written: (text: Text) => string): string[] {
  switch (block.kind) {
    case 'paragraph': return [written(block.text)];
    case 'heading': return [`* ${written(block.text)} *`];
    case 'list': return block.items.map((item) => `- ${written(item)}`);
    case 'facts': return block.facts.flatMap(({ term, says }) => [`${term}:`, ...says.map((line) => `    ${written(line)}`)]);
  }
}
