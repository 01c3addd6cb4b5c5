import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';

/** Checks bodies and queries against the schema written on the parameter; the answer names each field that does not fit. */
export const bodyPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => {
    const fields = Object.fromEntries(issues.map(({ path, message }) => [(path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'body', message]));
    return new AppError('http.invalid_body', 422, 'Some of what you entered needs a second look. Nothing was changed.', { fields });
  },
});
