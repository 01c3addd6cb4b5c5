import { randomInt, randomUUID } from 'node:crypto';
import { type CardView, type TalentView } from '../../src/recruiters/search/search.dto.js';
import { type Flipping, type Hidden, hiddenNow, hiddenThroughout, type Secret } from './people.js';
import { type Reply, type Send } from './wire.js';

/** What the readers saw. */
export interface Seen {
  /** Reads that began while somebody, or a field of theirs, was known to be hidden. */
  reads: number;
  byKind: Record<string, number>;
  /** How many people stood in the exported files. */
  exportedRows: number;
  leaks: string[];
}

interface Look {
  readonly kind: string;
  readonly path: string;
  /** What is shown, or counted, in this answer. */
  shown(reply: Reply): readonly Secret[];
}

/** Looks at people in every way there is until `end`: searching, counting, opening profiles and shortlists, exporting. */
export async function keepReading(send: Send, people: readonly Flipping[], seen: Seen, end: number): Promise<void> {
  const shortlist = await newShortlist(send);
  for (let turn = 0; Date.now() < end; turn += 1) {
    const person = people[randomInt(people.length)]!;
    for (const look of looksAt(person, people, shortlist)) {
      // Opening and exporting write down who saw what, which takes several times as long.
      if (turn % 3 > 0 && seen.byKind[look.kind] && ['export', 'profile'].includes(look.kind)) continue;
      if (look.kind === 'export' && person.talentId && person.self.hiddenAs === null) await send('POST', `/api/shortlists/${shortlist}/entries`, { talentId: person.talentId });
      await take(look, send, hiddenNow(people), seen);
    }
  }
}

async function take(look: Look, send: Send, hidden: Hidden, seen: Seen): Promise<void> {
  const reply = await send(look.kind === 'export' ? 'POST' : 'GET', look.path);
  if (reply.status !== 200 && !(look.kind === 'profile' && reply.status === 404)) throw new Error(`${look.path} was answered with ${reply.status}: ${reply.text.slice(0, 300)}`);
  const shown = new Set(look.shown(reply));
  if (look.kind === 'export') seen.exportedRows += reply.text.trimEnd().split('\r\n').length - 1;
  if (hidden.size === 0) return;
  seen.reads += 1;
  seen.byKind[look.kind] = (seen.byKind[look.kind] ?? 0) + 1;
  for (const secret of hiddenThroughout(hidden)) if (shown.has(secret)) seen.leaks.push(`${look.kind}: ${secret.name}`);
}

function looksAt(person: Flipping, people: readonly Flipping[], shortlist: string): Look[] {
  const marked = ({ text }: Reply): Secret[] => people.flatMap(({ self, whereabouts }) => [self, whereabouts]).filter(({ name }) => text.includes(name));
  const looks: Look[] = [
    { kind: 'search', path: '/api/talent?allSkills=Vanishing&sort=newest', shown: (reply) => { learnIds(reply, people); return marked(reply); } },
    { kind: 'count', path: `/api/talent?anySkills=${encodeURIComponent(person.skill)}`, shown: ({ text }) => (isCounted(text) ? [person.self] : []) },
    { kind: 'place', path: `/api/talent?place=${encodeURIComponent(person.place)}`, shown: ({ text }) => (isCounted(text) ? [person.whereabouts] : []) },
    { kind: 'suggestion', path: `/api/talent/suggestions?like=${encodeURIComponent(person.skill)}`, shown: ({ text }) => people.filter(({ skill }) => text.includes(skill)).map(({ self }) => self) },
    { kind: 'suggested place', path: `/api/talent/suggestions?like=${encodeURIComponent(person.place)}`, shown: ({ text }) => people.filter(({ place }) => text.includes(place)).map(({ whereabouts }) => whereabouts) },
    { kind: 'shortlist', path: `/api/shortlists/${shortlist}`, shown: marked },
    { kind: 'export', path: `/api/shortlists/${shortlist}/export`, shown: marked },
  ];
  if (person.talentId) looks.push({ kind: 'profile', path: `/api/talent/${person.talentId}`, shown: marked });
  return looks;
}

function isCounted(text: string): boolean {
  const { total, facets, talent } = JSON.parse(text) as TalentView;
  return total.count > 0 || talent.length > 0 || facets.some(({ values }) => values.length > 0);
}

function learnIds({ text }: Reply, people: readonly Flipping[]): void {
  for (const { talentId, headline } of (JSON.parse(text) as { talent: CardView[] }).talent) {
    const person = people.find(({ mark }) => mark === headline);
    if (person) person.talentId = talentId;
  }
}

async function newShortlist(send: Send): Promise<string> {
  const { text } = await send('POST', '/api/shortlists', { name: `Those who vanish ${randomUUID()}` });
  return (JSON.parse(text) as { id: string }).id;
}
