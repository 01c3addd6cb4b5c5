import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AiTimings } from '../../../src/platform/ai/index.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { AiServer, type Protocol, protocols } from './ai-server.js';
import { SpeechServer } from './speech-server.js';

export const GOOD = 'Last March our checkout failed for one customer in fifty. I read the logs, compared the failing requests with the good ones and saw that all of them came from one server. I took that server out, wrote a test that reproduced the race, fixed the lock, and shipped it behind a flag. Failures went from two percent to zero within a day.';

/** Models as the evaluators are called on reports. */
export const MODELS: Readonly<Record<Protocol, string>> = {
  anthropic: 'anthropic/claude-sonnet-4-6', openai: 'openai/gpt-4.1', xai: 'xai/grok-4.20-non-reasoning', compatible: 'compatible/our-own:7b',
};
export const KEY = 'key-of-the-operator';

/** A world with every provider around it, each a server on this machine that speaks its protocol, hears and reads aloud. */
export class AiWorld {
  private constructor(
    readonly world: World,
    readonly servers: Readonly<Record<Protocol, AiServer>>,
    readonly speech: Readonly<Record<Protocol, SpeechServer>>,
    private readonly policies: string,
  ) {}

  /** Every provider is configured, one behind the other, to judge and to word. */
  static create(settings: Readonly<Record<string, string>> = {}): Promise<AiWorld> {
    const order = protocols.map((protocol) => MODELS[protocol].replace('/', ':')).join(',');
    return AiWorld.withKeysOf(protocols, { AI_EVALUATOR: order, AI_TRANSCRIBER: 'none', AI_VOICE: 'none', AI_REALTIME: 'none', ...settings });
  }

  /** There are keys of some, and the settings say who does what. */
  static async withKeysOf(keys: readonly Protocol[], settings: Readonly<Record<string, string>> = {}): Promise<AiWorld> {
    const speech = Object.fromEntries(protocols.map((protocol) => [protocol, new SpeechServer()])) as Record<Protocol, SpeechServer>;
    const servers = Object.fromEntries(protocols.map((protocol) => [protocol, new AiServer(protocol, speech[protocol])])) as Record<Protocol, AiServer>;
    const access = await Promise.all(protocols.map(async (protocol) => {
      const [prefix, address, hasKey] = [protocol.toUpperCase(), await servers[protocol].open(), keys.includes(protocol)];
      // An address alone is enough for a server of one's own.
      return { ...(hasKey ? { [`${prefix}_API_KEY`]: KEY } : {}), ...(hasKey || protocol !== 'compatible' ? { [`${prefix}_BASE_URL`]: address } : {}) };
    }));
    const policies = await policyWithAServerOfOurs();
    const world = await World.create({ ...Object.assign({}, ...access) as Record<string, string>, POLICIES_DIR: policies, ...settings });
    return new AiWorld(world, servers, speech, policies);
  }

  async destroy(): Promise<void> {
    await this.world.destroy();
    await Promise.all(Object.values(this.servers).map((server) => server.close()));
    await rm(this.policies, { recursive: true });
  }

  /** All servers forget what they were asked, and answer as they should; patience is what it is. */
  async calm(): Promise<void> {
    for (const server of Object.values(this.servers)) server.treat([]);
    await this.patience({ ask: 20_000, wording: 20_000, followUp: 20_000 });
  }

  async patience(timings: Partial<AiTimings>): Promise<void> {
    const { AiTimings: Timings } = await import('../../../src/platform/ai/index.js');
    Object.assign(this.world.app.get(Timings), timings);
  }

  async allow(candidate: Visitor, provider: Protocol | 'elevenlabs'): Promise<void> {
    const { purposes } = (await this.world.visitor().get('/api/purposes')).body as { purposes: { purpose: string; version: number; control: string; locale: string }[] };
    const notice = purposes.find(({ purpose }) => purpose === 'ai_processing')!;
    const given = await candidate.post('/api/consents', { purpose: 'ai_processing', scope: provider, noticeVersion: notice.version, wording: notice.control, locale: notice.locale, where: '/practice/new', eventId: randomUUID() });
    expect(given).toMatchObject({ status: 200, body: { live: true } });
  }

  async takeBack(candidate: Visitor, provider: Protocol): Promise<void> {
    expect((await candidate.delete(`/api/consents/ai_processing?scope=${provider}&eventId=${randomUUID()}`)).status).toBe(204);
  }

  /** Lets one account spend so much in a day, until what comes back is called. */
  async cap(microUsdPerDay: number): Promise<() => void> {
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { ai } = this.world.app.get(Policy).values.limits;
    const before = { ...ai };
    Object.assign(ai, { microUsdPerDay });
    return () => void Object.assign(ai, before);
  }

  /** What the log says of requests for one interview, the oldest first. */
  runsFor(interviewId: string): Promise<LoggedRun[]> {
    return this.world.database.query<LoggedRun & Record<string, unknown>>(
      `select role, provider, model, account_id as "accountId", position, rubric, prompt_hash as hash, fields, units, cost_micro_usd::float8 as cost, outcome from ai.run where interview_id = $1 order by began_at, id`, [interviewId]);
  }
}

export interface Interview {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly scored: number; readonly total: number };
}

export interface Report {
  readonly overall: { shown: string } | null;
  readonly evaluator: { name: string; version: string; builtIn: boolean };
  readonly rubric: { id: string };
  readonly answers: {
    state: string; text: string; shown: string | null; message: string | null; points: { covered: boolean }[]; advice: string[];
    criteria: { id: string; score: number; reason: string; quotes: { start: number; end: number; text: string }[] }[];
  }[];
}

export interface LoggedRun {
  readonly role: string;
  readonly provider: string;
  readonly model: string;
  readonly accountId: string | null;
  readonly position: number | null;
  readonly rubric: string | null;
  readonly hash: string | null;
  readonly fields: string[];
  readonly units: Record<string, number>;
  readonly cost: number;
  readonly outcome: string | null;
}

/** The policy that comes with the product, with a server of the operator's own among those that are declared. */
async function policyWithAServerOfOurs(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'viva-policies-'));
  const policy = await readFile(join(import.meta.dirname, '../../../policies/viva-voce.yaml'), 'utf8');
  await writeFile(join(folder, 'viva-voce.yaml'), policy.replace('\nprocessors:\n', `
processors:
  - id: compatible
    name: Our own machines
    purpose: Judges answers
    data: The questions and the answers
    region: Our cellar
    policyUrl: https://viva-voce.example/machines
    kind: ai
    agreement: { says: They are our own }
    transfer: Nothing leaves this house
`));
  return folder;
}
