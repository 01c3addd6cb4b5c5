import { type AiChoice } from '../../platform/ai/index.js';
import { keyedLine, sessionOf } from './keyed-line.js';
import { type Briefing, type InterviewerLine, type RealtimeInterviewer } from './realtime-interviewer.js';

/** Writes down what the candidate says. Those that write word by word do not go with a provider that hears when somebody has finished (developers.openai.com/api/docs/guides/realtime-vad). */
const TRANSCRIBER = 'gpt-4o-transcribe';
const VOICE = 'marin';

/** OpenAI's Realtime API: the whole session is fixed with its key (POST /realtime/client_secrets), so that a browser only has to speak. */
export class OpenAiInterviewer implements RealtimeInterviewer {
  async open(choice: AiChoice, briefing: Briefing, fetch: typeof globalThis.fetch): Promise<InterviewerLine> {
    const { createOpenAI } = await import('@ai-sdk/openai');
    const model = createOpenAI({ apiKey: choice.apiKey ?? '', baseURL: choice.baseUrl, fetch }).experimental_realtime(choice.model, { api: 'realtime' });
    const session = { ...sessionOf(briefing, VOICE), outputModalities: ['audio' as const], inputAudioTranscription: { model: TRANSCRIBER, language: 'en' } };
    return { ...(await keyedLine(model, choice, session)), opening: null, truncates: true, transcriber: `openai/${TRANSCRIBER}` };
  }
}
