import { z } from 'zod';
import { Period } from '../../kernel/index.js';

/** An ISO 8601 duration such as `P90D`. */
export const period = z.string().transform((iso, ctx) => {
  try {
    return Period.parse(iso);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'must be an ISO 8601 duration such as P90D or P6M' });
    return z.NEVER;
  }
});
