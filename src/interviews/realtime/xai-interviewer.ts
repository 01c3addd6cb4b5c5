import { type AiChoice } from '../../platform/ai/index.js';
import { keyedLine, sessionOf } from './keyed-line.js';
import { type Briefing, type InterviewerLine, type RealtimeInterviewer } from './realtime-interviewer.js';

const VOICE = 'ara';

/**
 * xAI's voice agent: its keys carry no session (docs.x.ai/developers/model-capabilities/audio/ephemeral-tokens), so the browser
 * is handed what to say first. It writes down what it hears by itself, and cannot be told how much of its own words was heard.
 */
export class XaiInterviewer implements RealtimeInterviewer {
  async open(choice: AiChoice, briefing: Briefing, fetch: typeof globalThis.fetch): Promise<InterviewerLine> {
    const { createXai } = await import('@ai-sdk/xai');
    const model = createXai({ apiKey: choice.apiKey ?? '', baseURL: choice.baseUrl, fetch }).experimental_realtime(choice.model);
    const session = await model.buildSessionConfig(sessionOf(briefing, VOICE));
    return { ...(await keyedLine(model, choice)), opening: { type: 'session.update', session }, truncates: false, transcriber: `xai/${choice.model}` };
  }
}
