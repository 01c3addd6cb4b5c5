import { z } from 'zod';

const key = (words: string) => z.string().regex(/^[\x21-\x7e]+$/, 'must be one word of plain characters').optional().describe(words);
const address = (usual: string, words: string) => z.url({ protocol: /^https?$/ }).default(usual).describe(words);
const order = (words: string) =>
  z.string().regex(/^\s*(none|(built-in|[a-z]+:[^\s,;]+)(\s*,\s*(built-in|[a-z]+:[^\s,;]+))*)\s*$/, 'must be none, or models such as anthropic:claude-sonnet-4-6,openai:gpt-4.1')
    .optional().describe(words);

/** Who may work here as an AI, and at what. */
export const aiSettings = {
  ANTHROPIC_API_KEY: key('Key of Anthropic. With it, Anthropic judges answers and words questions for everybody who lets it; the built-in ones serve all others. The policy must declare each provider among its `processors`, under `anthropic`, `openai`, `xai`, `elevenlabs` and `compatible`.'),
  ANTHROPIC_BASE_URL: address('https://api.anthropic.com/v1', 'Any server that speaks Anthropic\'s Messages API, up to and with its `/v1`.'),
  OPENAI_API_KEY: key('Key of OpenAI, for answers, questions, transcripts, the voice and the realtime interviewer.'),
  OPENAI_BASE_URL: address('https://api.openai.com/v1', 'Any server that speaks OpenAI\'s Responses, audio and realtime APIs, up to and with its `/v1`.'),
  XAI_API_KEY: key('Key of xAI, for answers, questions, transcripts, the voice and the realtime interviewer.'),
  XAI_BASE_URL: address('https://api.x.ai/v1', 'Any server that speaks xAI\'s API, up to and with its `/v1`.'),
  ELEVENLABS_API_KEY: key('Key of ElevenLabs, for transcripts and the voice.'),
  ELEVENLABS_BASE_URL: address('https://api.elevenlabs.io/v1', 'Any server that speaks the API of ElevenLabs, up to and with its `/v1`.'),
  COMPATIBLE_BASE_URL: z.url({ protocol: /^https?$/ }).optional().describe('A server, in your own house perhaps, that speaks OpenAI\'s chat completions or audio transcriptions, up to and with its `/v1`. Name its models in `AI_EVALUATOR`, `AI_QUESTIONS` or `AI_TRANSCRIBER`.'),
  COMPATIBLE_API_KEY: key('Key of that server, where it asks for one.'),
  MODELS_DIR: z.string().min(1).optional().describe('Folder with the files of a Whisper model, which then writes down on this machine what is said. `npm run whisper:fetch -- FOLDER` puts them there, with the package that runs them.'),
  AI_EVALUATOR: order('Who judges answers: `provider:model`, the next of them when the one before is away, and `built-in` at the end where the built-in evaluator shall step in. `none` switches it off. When it is not set: `anthropic:claude-sonnet-4-6`, `openai:gpt-4.1`, `xai:grok-4.20-non-reasoning`, as far as there are keys.'),
  AI_QUESTIONS: order('Who words questions. When it is not set: as `AI_EVALUATOR`.'),
  AI_TRANSCRIBER: order('Who writes down what is said. When it is not set: `whisper:onnx-community/whisper-base_timestamped` with `MODELS_DIR`, `openai:whisper-1`, `elevenlabs:scribe_v2`, `xai:grok-stt`, as far as there are keys.'),
  AI_VOICE: order('Who reads questions aloud. When it is not set: `elevenlabs:eleven_multilingual_v2`, `openai:gpt-4o-mini-tts`, `xai:grok-tts`, as far as there are keys.'),
  AI_REALTIME: order('Who talks with candidates. When it is not set: `openai:gpt-realtime`, `xai:grok-voice-latest`, as far as there are keys.'),
} as const;
