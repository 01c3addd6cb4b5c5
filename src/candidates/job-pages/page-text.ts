import { Parser } from 'htmlparser2';

/** What a page says to people: its title, and its text in lines. */
export interface PageText {
  readonly title: string;
  readonly text: string;
}

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'select', 'button', 'head', 'title']);
/** What stands on every page of a site, around what this page is about. */
const AROUND = new Set(['nav', 'header', 'footer', 'aside', 'form', 'dialog']);
const LINES = new Set(['p', 'div', 'section', 'article', 'main', 'ul', 'ol', 'table', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'address', 'figure']);
const NO_END = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Less is no advertisement, but the frame of a page that scripts fill in: its text counts as none. */
const LEAST = 100;

/**
 * The advertisement on a page: as the page itself declares it (schema.org JobPosting), else what stands in its main part,
 * else all of it without the frame around. What a page hides from people is left out.
 */
export function textOfPage(html: string): PageText {
  const page = new Listener();
  const parser = new Parser(page, { decodeEntities: true });
  parser.end(html);
  const declared = page.declared.flatMap(postingIn)[0];
  if (declared !== undefined) return declared;
  const text = [page.main, page.body, page.all].map(tidy).find((candidate) => candidate.length >= LEAST) ?? '';
  return { title: tidy(page.heading || page.title), text };
}

/** Hears the parser, which keeps no tree: however deep a page is nested, it is read in one go. */
class Listener {
  title = '';
  heading = '';
  main = '';
  body = '';
  all = '';
  readonly declared: string[] = [];
  private declaring: string | null = null;
  private unread = 0;
  private around = 0;
  private mains = 0;
  private readonly open: { name: string; leaves: (() => void)[] }[] = [];
  private in: 'title' | 'h1' | null = null;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (name === 'script' && attributes.type === 'application/ld+json') this.declaring = '';
    if (name === 'br' || LINES.has(name)) this.write('\n');
    if (name === 'li') this.write('\n- ');
    if (NO_END.has(name)) return;
    const leaves: (() => void)[] = [];
    const enter = (isIn: boolean, count: (by: number) => void): void => {
      if (!isIn) return;
      count(1);
      leaves.push(() => { count(-1); });
    };
    enter(UNREAD.has(name) || isHidden(attributes), (by) => { this.unread += by; });
    enter(AROUND.has(name), (by) => { this.around += by; });
    enter(name === 'main' || name === 'article' || attributes.role === 'main', (by) => { this.mains += by; });
    if (name === 'title' || name === 'h1') this.in = name;
    this.open.push({ name, leaves });
  }

  ontext(text: string): void {
    if (this.declaring !== null) this.declaring += text;
    else if (this.in === 'title' && this.title.length < 500) this.title += text;
    if (this.in === 'h1' && this.unread === 0 && this.heading.length < 500) this.heading += text;
    this.write(text.replace(/\s+/g, ' '));
  }

  onclosetag(name: string): void {
    if (name === this.in) this.in = null;
    if (name === 'script' && this.declaring !== null) {
      this.declared.push(this.declaring);
      this.declaring = null;
    }
    if (LINES.has(name)) this.write('\n');
    if (this.open.at(-1)?.name === name) this.open.pop()?.leaves.forEach((leave) => { leave(); });
  }

  private write(text: string): void {
    if (this.unread > 0) return;
    this.all += text;
    if (this.around > 0) return;
    this.body += text;
    if (this.mains > 0) this.main += text;
  }
}

function isHidden({ hidden, style = '', 'aria-hidden': fromReaders }: Record<string, string>): boolean {
  return hidden !== undefined || fromReaders === 'true' || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Whatever a page declares of itself, as deep as one list or graph. */
function postingIn(json: string): PageText[] {
  const declared = parsed(json);
  const things = [declared].flat().flatMap((thing) => [thing, ...(isRecord(thing) && Array.isArray(thing['@graph']) ? (thing['@graph'] as unknown[]) : [])]);
  return things.flatMap((thing) => {
    if (!isRecord(thing) || ![thing['@type']].flat().includes('JobPosting') || typeof thing.description !== 'string') return [];
    // The description is HTML inside of JSON.
    const { text } = textOfPage(thing.description);
    return text.length < LEAST ? [] : [{ title: typeof thing.title === 'string' ? tidy(thing.title) : '', text }];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '-');
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim().toWellFormed().replaceAll('\0', '');
}
