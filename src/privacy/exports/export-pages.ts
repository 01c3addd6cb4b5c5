import { csvRecord, type Json } from '../../kernel/index.js';
import { type ArchivedFile } from './export-archive.js';

type Flat = Readonly<Record<string, string | number | boolean | null>>;

/** A value as a page to read: everything is text, nothing in it runs. */
export function readablePage(title: string, value: Json): string {
  return page(title, `<p><a href="../index.html">All of it</a></p>\n${shown(value)}`);
}

/** The first page: what this is, of when, and where everything lies. */
export function contentsPage({ madeAt, notes, files }: { madeAt: Date; notes: readonly string[]; files: readonly ArchivedFile[] }): string {
  const rows = files.map(({ path, about, bytes }) => `<tr><td>${escaped(about)}</td><td><a href="${escaped(path)}">${escaped(path)}</a></td><td>${bytes.toLocaleString('en-GB')} bytes</td></tr>`);
  return page('Your data at Viva Voce', [
    `<p>This is what was held of you on ${escaped(inUtc(madeAt))}.</p>`,
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
    `<table><thead><tr><th>What</th><th>File</th><th>Size</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n'));
}

/** A list of flat records as CSV after RFC 4180; null for what is no table. */
export function asCsv(value: Json): string | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFlat)) return null;
  const rows = value as readonly Flat[];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [csvRecord(columns), ...rows.map((row) => csvRecord(columns.map((column) => String(row[column] ?? ''))))].join('');
}

function isFlat(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((part) => part === null || typeof part !== 'object');
}

function shown(value: Json): string {
  if (value === null || value === '') return '<span class="nothing">nothing</span>';
  if (typeof value !== 'object') return `<span class="text">${escaped(String(value))}</span>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '<span class="nothing">nothing</span>';
    return `<ol>${value.map((part: Json) => `<li>${shown(part)}</li>`).join('\n')}</ol>`;
  }
  return `<dl>${Object.entries(value).map(([name, part]) => `<dt>${escaped(inWords(name))}</dt><dd>${shown(part)}</dd>`).join('\n')}</dl>`;
}

const STYLE = `
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: #FBFAF7; color: #1C2430; font: 16px/1.55 'Source Sans 3', system-ui, sans-serif; }
  h1 { font-family: 'Source Serif 4', Georgia, serif; }
  dl { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: .25rem 1.5rem; margin: 0; }
  dt { color: #4A5261; } dd { margin: 0; } .text { white-space: pre-wrap; overflow-wrap: anywhere; } .nothing { color: #4A5261; font-style: italic; }
  li { padding: .75rem 0; border-top: 1px solid #D9D5CB; } table { border-collapse: collapse; } td, th { text-align: left; padding: .25rem 1.5rem .25rem 0; vertical-align: top; overflow-wrap: anywhere; }
  a { color: #0F5C5C; }`;

function page(title: string, body: string): string {
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>\n<style>${STYLE}\n</style>\n</head>\n<body>\n<h1>${escaped(title)}</h1>\n${body}\n</body>\n</html>\n`;
}

/** `startedAt` → "Started at". */
export function inWords(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const inUtc = (moment: Date): string => `${moment.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} (UTC)`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
