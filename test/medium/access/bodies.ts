import { sample } from '../interviews/speaker.js';
import { type Cast } from './cast.js';

export interface Given {
  readonly body: object;
  readonly contentType?: string;
}

const REASON = 'It says more of the work than the others do.';

/** Bodies of which the document of the API does not say all that is asked of them. */
export function bodiesFor({ candidate, template }: Cast): Readonly<Record<string, Given>> {
  return {
    'POST /api/interviews/:id/answers/:position/takes': { body: { takeId: '00000000-0000-4000-8000-000000000001', kind: 'video', contentType: 'video/webm;codecs=vp8,opus' } },
    'POST /api/takes/:takeId/transcript': { body: sample('audio-opus.webm'), contentType: 'audio/wav' },
    'POST /api/shortlists/:id/entries': { body: { talentId: candidate.talentId } },
    'POST /api/invitations/:id/overrides': { body: { overall: '6.5', reason: REASON } },
    'POST /api/password': { body: { token: 'a-token-that-nobody-has', password: 'three quiet words' } },
    'PUT /api/templates/:id/draft': { body: { revision: 1, clientId: null, content: template.content } },
  };
}
