import { type Role } from '../../../src/platform/http/access.js';
import { NAMED, type Thing, WHOSE } from './things.js';

/** Whoever may stand before a route. `client` has nothing but the link that an agency gave them. */
export const ACTORS = ['guest', 'candidate', 'other candidate', 'recruiter', 'recruiter elsewhere', 'client', 'interviewer', 'operator'] as const;
export type Actor = (typeof ACTORS)[number];

/** What a route answers: `open` is any answer but those that say who may not, or that nothing is there; `shut` is a token that opens nothing. */
export type Outcome = '401' | '403' | '404' | 'shut' | 'open';

/** A line of the list of routes: `GET /api/session → public`. */
export interface Route {
  readonly line: string;
  readonly method: string;
  readonly path: string;
  readonly access: string;
}

const ROLE: Readonly<Record<Actor, Role | null>> = {
  guest: null, candidate: 'candidate', 'other candidate': 'candidate', recruiter: 'recruiter', 'recruiter elsewhere': 'recruiter', client: null, interviewer: 'interviewer', operator: 'operator',
};
const TOKEN_OF: Partial<Record<Actor, string>> = { client: 'client-link' };

export function routesIn(lines: readonly string[]): Route[] {
  return lines.flatMap((line) => {
    const [, method = '', path = '', access = ''] = /^(\w+) (\S+) → (.+)$/.exec(line) ?? [];
    // The pages themselves are one file for everybody.
    return path.startsWith('/api/') ? [{ line, method, path, access }] : [];
  });
}

/** The thing that the path of a route names, or what whoever asks has of it. */
export function thingOf({ method, path }: Route): Thing | null {
  const exact = NAMED[`${method} ${path}`];
  if (exact) return exact;
  const [longest] = Object.keys(NAMED).filter((beginning) => path === beginning || path.startsWith(`${beginning}/`)).sort((a, b) => b.length - a.length);
  return longest === undefined ? null : (NAMED[longest] ?? null);
}

export function expected(route: Route, actor: Actor): Outcome {
  const { access } = route;
  if (access === 'public') return 'open';
  if (access.startsWith('token:')) return access === `token:${TOKEN_OF[actor]}` ? 'open' : 'shut';
  if (ROLE[actor] === null) return '401';
  if (access.startsWith('for:') && access !== `for:${ROLE[actor]}`) return '403';
  const thing = thingOf(route);
  return thing === null || (WHOSE[thing] as readonly Actor[]).includes(actor) ? 'open' : '404';
}

/** `docs/access.md`: who gets what from every route. */
export function accessPage(routes: readonly Route[]): string {
  const rows = routes.map((route) => `| \`${route.method} ${route.path}\` | ${thingOf(route) ?? ''} | ${ACTORS.map((actor) => expected(route, actor)).join(' | ')} |`);
  return [
    '# Who may do what', '',
    'Written by the tests (`npm run docs`), and held against real requests by `test/medium/access`: every route, asked by everybody.', '',
    '`open` is an answer that lets whoever asks in, even if only to say what is missing in what they sent. `401`: nobody is signed in. `403`: not with this part.',
    '`404`: what the path names is somebody else\'s, and the answer is to the byte the one for what is nowhere.',
    '`shut`: the route is opened by a token, and this one opens nothing.', '',
    'The thing named belongs to the *candidate*, to the *recruiter* and their organisation, or waits for the *operator*. The *client* holds the link to what a recruiter shared, and has no account.', '',
    `| route | names | ${ACTORS.join(' | ')} |`, `|---|---|${ACTORS.map(() => '---|').join('')}`, ...rows, '',
  ].join('\n');
}
