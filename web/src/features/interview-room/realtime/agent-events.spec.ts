import { readEvent } from './agent-events.js';

describe('what an interviewer’s provider says', () => {
  it.each([
    [{ type: 'input_audio_buffer.speech_started', item_id: 'i', audio_start_ms: 120 }, { type: 'speech_started', itemId: 'i', atMs: 120 }],
    [{ type: 'input_audio_buffer.speech_started', item_id: 'i' }, { type: 'speech_started', itemId: 'i', atMs: null }],
    [{ type: 'conversation.item.input_audio_transcription.completed', item_id: 'i', transcript: 'I did.' }, { type: 'written_down', itemId: 'i', text: 'I did.' }],
    [{ type: 'response.output_audio.delta', item_id: 'i', delta: 'AAAA' }, { type: 'sound', itemId: 'i', pcm: 'AAAA' }],
    [{ type: 'response.function_call_arguments.done', call_id: 'c', name: 'next_question', arguments: '{"number":1}' }, { type: 'tool_called', callId: 'c', name: 'next_question', arguments: '{"number":1}' }],
    [{ type: 'response.done', response: { status: 'cancelled' } }, { type: 'response_done', cancelled: true }],
    [{ type: 'error', error: { code: 'conversation_already_has_active_response' } }, { type: 'fault', code: 'conversation_already_has_active_response' }],
  ])('is understood: %j', (said, meant) => {
    expect(readEvent(JSON.stringify(said))).toEqual(meant);
  });

  it.each([['{"type":"response.output_audio.delta","item_id":7,"delta":{}}', { type: 'sound', itemId: '', pcm: '' }]])('has only words where words belong: %s', (said, meant) => {
    expect(readEvent(said)).toEqual(meant);
  });

  it.each(['', 'null', '[]', '42', '{', '{"type":"session.deleted"}', '{"type":["response.done"]}', new ArrayBuffer(4), undefined])('is passed over when it is %j', (said) => {
    expect(readEvent(said)).toBeNull();
  });
});
