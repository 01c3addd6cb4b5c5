/** What an agent's provider says, as far as an interview listens to it. */
export type AgentEvent =
  | { type: 'ready' }
  /** The candidate began to speak. `atMs`: of all sound that was sent; null where the provider does not say. */
  | { type: 'speech_started'; itemId: string; atMs: number | null }
  | { type: 'speech_stopped'; itemId: string; atMs: number | null }
  /** What the candidate said until now is one utterance. */
  | { type: 'committed'; itemId: string }
  | { type: 'written_down'; itemId: string; text: string }
  | { type: 'not_written_down'; itemId: string }
  | { type: 'response_created' }
  | { type: 'sound'; itemId: string; pcm: string }
  | { type: 'words'; itemId: string; delta: string }
  | { type: 'words_done'; itemId: string; text: string }
  | { type: 'tool_called'; callId: string; name: string; arguments: string }
  | { type: 'response_done'; cancelled: boolean }
  | { type: 'fault'; code: string };

/**
 * Reads one message; null for everything an interview need not know, and for what nobody could read. The names are those of
 * OpenAI's Realtime API (developers.openai.com/api/reference/resources/realtime/server-events); xAI's voice agent says the
 * same (docs.x.ai/voice-realtime.ws.json), without the times of speech.
 */
export function readEvent(data: unknown): AgentEvent | null {
  const event = parsed(data);
  const itemId = textOf(event, 'item_id');
  switch (textOf(event, 'type')) {
    case 'session.created':
    case 'session.updated':
      return { type: 'ready' };
    case 'input_audio_buffer.speech_started':
      return { type: 'speech_started', itemId, atMs: numberOf(event, 'audio_start_ms') };
    case 'input_audio_buffer.speech_stopped':
      return { type: 'speech_stopped', itemId, atMs: numberOf(event, 'audio_end_ms') };
    case 'input_audio_buffer.committed':
      return { type: 'committed', itemId };
    case 'conversation.item.input_audio_transcription.completed':
      return { type: 'written_down', itemId, text: textOf(event, 'transcript') };
    case 'conversation.item.input_audio_transcription.failed':
      return { type: 'not_written_down', itemId };
    default:
      return readResponse(event, itemId);
  }
}

function readResponse(event: Fields, itemId: string): AgentEvent | null {
  switch (textOf(event, 'type')) {
    case 'response.created':
      return { type: 'response_created' };
    case 'response.output_audio.delta':
      return { type: 'sound', itemId, pcm: textOf(event, 'delta') };
    case 'response.output_audio_transcript.delta':
      return { type: 'words', itemId, delta: textOf(event, 'delta') };
    case 'response.output_audio_transcript.done':
      return { type: 'words_done', itemId, text: textOf(event, 'transcript') };
    case 'response.function_call_arguments.done':
      return { type: 'tool_called', callId: textOf(event, 'call_id'), name: textOf(event, 'name'), arguments: textOf(event, 'arguments') };
    case 'response.done':
      return { type: 'response_done', cancelled: textOf(fieldsOf(event.response), 'status') === 'cancelled' };
    case 'error':
      return { type: 'fault', code: textOf(fieldsOf(event.error), 'code') };
    default:
      return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(data: unknown): Fields {
  if (typeof data !== 'string') return {};
  try {
    return fieldsOf(JSON.parse(data));
  } catch {
    return {};
  }
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function numberOf(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
