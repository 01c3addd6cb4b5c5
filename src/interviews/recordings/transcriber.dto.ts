import { z } from 'zod';
import { TRANSCRIBER } from '../answer-kinds.js';

/** `candidate`, `device`, or a model as `provider/model`; `_edited` behind it once the candidate has put its words right. */
export const transcriber = z.string().regex(TRANSCRIBER, 'Say who wrote it down.');
