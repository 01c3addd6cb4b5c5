import { openApi } from '../../../src/app/index.js';
import { RouteList } from '../../../src/platform/http/route-list.js';
import { exampleOf, type Schema } from '../../support/example-of.js';
import { type Answer } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { bodiesFor, type Given } from './bodies.js';
import { type Cast, castOf } from './cast.js';
import { type Actor, ACTORS, expected, type Outcome, type Route, routesIn, thingOf } from './expected.js';
import { type Maker, makersIn, type Named } from './makers.js';
import { ANYBODYS, NAMED, type Thing } from './things.js';

const NOWHERE = '00000000-0000-7000-8000-000000000000';
/** After these somebody has what they had not, or is no longer who they were. */
const LAST = ['POST /api/data-export', 'DELETE /api/session'];

interface Cell {
  readonly route: Route;
  readonly actor: Actor;
  readonly answer: Answer;
  /** What the same person gets for a thing that is nowhere. */
  readonly nowhere: string | null;
}

/** As much of the document of the API as tells a body that fits. */
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const outcomeOf = ({ status, body }: Answer, { access }: Route): Outcome | 'broken' => {
  const { code } = body as { code?: string };
  if (status >= 500) return 'broken';
  // A body that does not fit says nothing of the token in it.
  if (access.startsWith('token:') && code === 'http.invalid_body') return 'broken';
  if (access.startsWith('token:')) return status >= 400 ? 'shut' : 'open';
  if (status === 401 || status === 403) return `${status}`;
  // What is open to anybody may say that there is nothing; and so may what is one's own, in its own words.
  return code === 'not_found' && access !== 'public' ? '404' : 'open';
};
/** What should be and is not, one line each. */
const faults = (cells: readonly Cell[]): string[] => cells.flatMap(({ route, actor, answer }) => {
  const [should, is] = [expected(route, actor), outcomeOf(answer, route)];
  return should === is ? [] : [`${route.line}: ${actor} should get ${should}, and gets ${answer.status} ${(answer.body as { code?: string }).code ?? ''}`];
});
/** Answers that tell what is somebody else's from what is nowhere. */
const tales = (cells: readonly Cell[]): string[] => cells.flatMap(({ route, actor, answer, nowhere }) =>
  (nowhere !== null && `${answer.status} ${answer.text}` !== nowhere ? [`${route.line}, ${actor}: ${answer.text} is not ${nowhere}`] : []));

describe('every route, asked by everybody', () => {
  let world: World;
  let routes: Route[];
  let api: Api;
  let cells: Cell[];

  beforeAll(async () => {
    world = await World.create();
    api = openApi(world.app) as unknown as Api;
    routes = routesIn(world.app.get(RouteList).lines()).sort((a, b) => rank(a) - rank(b));
    const cast = await castOf(world);
    const makers: Record<Thing, Maker> = makersIn(world, cast);
    cells = [];
    const read: Partial<Record<Thing, Named>> = {};
    for (const route of routes) {
      const thing = thingOf(route);
      // Reading uses nothing up; whatever else there is gets a thing of its own.
      const named = thing === null ? {} : ((route.method === 'GET' ? read[thing] : null) ?? (await makers[thing]()));
      if (thing !== null && route.method === 'GET') read[thing] = named;
      cells.push(...await asked(route, cast, named));
    }
  });
  afterAll(() => world.destroy());

  it('names what the table knows, and the table knows nothing that is not named', () => {
    const unknown = routes.filter((route) => thingOf(route) === null && parametersOf(route.path).some((name) => ANYBODYS[name] === undefined));
    expect(unknown.filter(({ access }) => access !== 'public').map(({ line }) => line)).toEqual([]);
    const named = new Set(routes.map(thingOf));
    expect(Object.values(NAMED).filter((thing) => !named.has(thing))).toEqual([]);
  });

  it('lets in whose it is and nobody else', () => {
    expect(faults(cells)).toEqual([]);
  });

  it('answers for what is somebody else\'s with the very bytes of what is nowhere', () => {
    const refused = cells.filter(({ nowhere }) => nowhere !== null);
    expect(refused.length).toBeGreaterThan(50);
    expect(tales(refused)).toEqual([]);
  });

  it('would show a route that lets the wrong one in, and one that tells', () => {
    const stranger = cells.find(({ route, actor }) => expected(route, actor) === '404' && route.access.startsWith('for:'))!;
    const owner = cells.find(({ route, actor, answer }) => route === stranger.route && expected(route, actor) === 'open' && answer.status < 300)!;
    expect(faults([{ ...stranger, answer: owner.answer }])).toHaveLength(1);
    expect(faults([{ ...owner, answer: stranger.answer }])).toHaveLength(1);
    expect(tales([{ ...stranger, nowhere: '404 Not here' }])).toHaveLength(1);
  });

  function rank(route: Route): number {
    return LAST.findIndex((line) => line === `${route.method} ${route.path}`);
  }

  /** Those who get in ask last, for they may use the thing up. */
  async function asked(route: Route, cast: Cast, named: Named): Promise<Cell[]> {
    const inOrder = [...ACTORS].sort((a, b) => Number(expected(route, a) === 'open') - Number(expected(route, b) === 'open'));
    const found: Cell[] = [];
    for (const actor of inOrder) {
      const isRefused = expected(route, actor) === '404' && Object.keys(named).length > 0;
      const nowhere = isRefused ? await ask(cast, actor, route, Object.fromEntries(Object.keys(named).map((name) => [name, NOWHERE]))) : null;
      found.push({ route, actor, answer: await ask(cast, actor, route, named), nowhere: nowhere && `${nowhere.status} ${nowhere.text}` });
    }
    return found;
  }

  /** With a body and a query that fit where something is named, so that it is not they that are refused; else with none that could do anything. */
  function ask(cast: Cast, actor: Actor, route: Route, named: Named): Promise<Answer> {
    const { method, path } = route;
    const operation = api.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    const query = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema)))}`);
    const address = `${path.replaceAll(/:(\w+)/g, (_all, name: string) => named[name] ?? ANYBODYS[name] ?? NOWHERE)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
    if (method === 'GET' || method === 'DELETE') return cast.actors[actor].send(method, address);
    const { body, contentType = 'application/json' } = bodiesFor(cast)[`${method} ${path}`] ?? documented(route, operation, cast.tokens[actor]);
    return cast.actors[actor].send(method, address, body instanceof Buffer ? (body as Buffer<ArrayBuffer>) : JSON.stringify(body), { 'content-type': contentType });
  }

  function documented(route: Route, operation: Operation | undefined, token = 'a-token-that-nobody-has'): Given {
    const [content] = Object.values(operation?.requestBody?.content ?? {});
    if (content?.schema.format === 'binary') return { body: Buffer.from('bytes'), contentType: 'application/octet-stream' };
    if (content === undefined || (thingOf(route) === null && !route.access.startsWith('token:'))) return { body: {} };
    const body = exampleOf(content.schema, api.components.schemas) as object;
    return { body: 'token' in body ? { ...body, token } : body };
  }
});

function parametersOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}
