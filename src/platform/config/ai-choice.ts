import { type Settings } from './config.schema.js';

/** Whoever can work here as an AI. `compatible` speaks OpenAI's API at an address of the operator's; `whisper` runs on this machine. */
export const aiProviders = ['anthropic', 'openai', 'xai', 'elevenlabs', 'compatible', 'whisper'] as const;
export type AiProvider = (typeof aiProviders)[number];

/** What an AI can be asked to do. */
export const aiRoles = ['evaluator', 'question_writer', 'transcriber', 'voice', 'realtime'] as const;
export type AiRole = (typeof aiRoles)[number];

/** One model for one role, and how it is reached; `baseUrl` is empty for what runs on this machine. */
export interface AiSetting {
  readonly provider: AiProvider;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly baseUrl: string;
}

/** The models of a role in order; `builtIn` when the built-in evaluator shall step in behind them. */
export interface AiOrder {
  readonly settings: readonly AiSetting[];
  readonly builtIn: boolean;
}

const SETTING_OF = { evaluator: 'AI_EVALUATOR', question_writer: 'AI_QUESTIONS', transcriber: 'AI_TRANSCRIBER', voice: 'AI_VOICE', realtime: 'AI_REALTIME' } as const satisfies Record<AiRole, keyof Settings>;

/** Models that take a temperature of 0, so that an answer judged twice is judged alike, as far as that goes. */
const JUDGES = { anthropic: 'claude-sonnet-4-6', openai: 'gpt-4.1', xai: 'grok-4.20-non-reasoning' };

/** Who can play a role, in the usual order with the usual model; null: only a model that is named. */
const PLAYERS: Readonly<Record<AiRole, Partial<Record<AiProvider, string | null>>>> = {
  evaluator: { ...JUDGES, compatible: null },
  question_writer: { ...JUDGES, compatible: null },
  transcriber: { whisper: 'onnx-community/whisper-base_timestamped', openai: 'whisper-1', elevenlabs: 'scribe_v2', xai: 'grok-stt', compatible: null },
  voice: { elevenlabs: 'eleven_multilingual_v2', openai: 'gpt-4o-mini-tts', xai: 'grok-tts' },
  realtime: { openai: 'gpt-realtime', xai: 'grok-voice-latest' },
};

/** Who plays a role by these settings. */
export function aiOrder(settings: Settings, role: AiRole): AiOrder {
  // Whoever judges also words the questions, unless the operator says otherwise.
  const named = namesIn(settings, role) ?? (role === 'question_writer' ? namesIn(settings, 'evaluator') : undefined);
  const wanted = named ?? Object.entries(PLAYERS[role]).flatMap(([provider, model]) => (model === null ? [] : [`${provider}:${model}`]));
  return {
    settings: wanted.flatMap((name) => settingOf(settings, name) ?? []),
    builtIn: wanted.includes('built-in'),
  };
}

/** What is wrong with the settings of the AI: one plain sentence for each fault. */
export function aiFaults(settings: Settings): string[] {
  const isNamed = aiRoles.some((role) => namesIn(settings, role)?.some((name) => name.startsWith('compatible:')));
  return [
    ...aiRoles.flatMap((role) => (namesIn(settings, role) ?? []).flatMap((name, at, all) => faultOf(settings, role, name, all.slice(at + 1)).map((fault) => `${SETTING_OF[role]}: ${fault}`))),
    ...(settings.COMPATIBLE_BASE_URL !== undefined && !isNamed ? ['COMPATIBLE_BASE_URL: is set, but no model of it is named; say for instance AI_EVALUATOR=compatible:llama3.'] : []),
  ];
}

function faultOf(settings: Settings, role: AiRole, name: string, after: readonly string[]): string[] {
  if (after.includes(name)) return [`names ${name} twice.`];
  if (name === 'built-in') return role === 'evaluator' && after.length === 0 ? [] : ['built-in can only be the last of AI_EVALUATOR; everything else has what is built in behind it anyway.'];
  const provider = providerIn(name);
  if (provider === undefined) return [`names ${name}, and that provider is not known here.`];
  if (PLAYERS[role][provider] === undefined) return [`names ${name}, but ${provider} cannot do this here.`];
  return settingOf(settings, name) ? [] : [`names a model of ${provider}, but ${keyOf(provider)} is not set.`];
}

/** Undefined when the settings name nobody for the role. */
function namesIn(settings: Settings, role: AiRole): readonly string[] | undefined {
  const names = settings[SETTING_OF[role]]?.split(',').map((name) => name.trim());
  return names?.[0] === 'none' ? [] : names;
}

/** Null when there is no way to that model. */
function settingOf(settings: Settings, name: string): AiSetting | null {
  const provider = providerIn(name);
  if (provider === undefined) return null;
  const { apiKey, baseUrl, isThere } = access(settings)[provider];
  return isThere ? { provider, model: name.slice(provider.length + 1), apiKey, baseUrl } : null;
}

function access(settings: Settings): Record<AiProvider, { apiKey: string | undefined; baseUrl: string; isThere: boolean }> {
  const byKey = (apiKey: string | undefined, baseUrl: string) => ({ apiKey, baseUrl, isThere: apiKey !== undefined });
  const { COMPATIBLE_BASE_URL } = settings;
  return {
    anthropic: byKey(settings.ANTHROPIC_API_KEY, settings.ANTHROPIC_BASE_URL),
    openai: byKey(settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL),
    xai: byKey(settings.XAI_API_KEY, settings.XAI_BASE_URL),
    elevenlabs: byKey(settings.ELEVENLABS_API_KEY, settings.ELEVENLABS_BASE_URL),
    compatible: { apiKey: settings.COMPATIBLE_API_KEY, baseUrl: COMPATIBLE_BASE_URL ?? '', isThere: COMPATIBLE_BASE_URL !== undefined },
    whisper: { apiKey: undefined, baseUrl: '', isThere: settings.MODELS_DIR !== undefined },
  };
}

function keyOf(provider: AiProvider): string {
  if (provider === 'compatible') return 'COMPATIBLE_BASE_URL';
  return provider === 'whisper' ? 'MODELS_DIR' : `${provider.toUpperCase()}_API_KEY`;
}

function providerIn(name: string): AiProvider | undefined {
  return aiProviders.find((provider) => provider === name.slice(0, name.indexOf(':')));
}
