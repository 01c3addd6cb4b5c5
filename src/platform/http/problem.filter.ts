import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { AppError, notFound } from '../../kernel/index.js';

const LOST_DATABASE = new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const FULL_DISK = new Set(['53100', 'ENOSPC']);

/** Turns everything that is thrown into `application/problem+json` (RFC 9457). What we did not foresee gets an incident id and no detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const known = this.asAppError(error);
    const incident = known ? undefined : randomUUID();
    if (incident) this.logger.error({ incident, error: describe(error) }, 'An unforeseen error');
    const problem = known ?? new AppError('unforeseen', 500, 'Something went wrong on our side. What you saved before is kept. Try again, and if it happens again, tell the operator the incident number.');
    const { retryAfterSeconds, fields } = problem.extras;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ type: 'about:blank', title: titles[problem.status], status: problem.status, code: problem.code, detail: problem.message, fields, incident, retryAfterSeconds }));
  }

  private asAppError(error: unknown): AppError | null {
    if (error instanceof AppError) return error;
    const code = errorCode(error);
    if (code && LOST_DATABASE.has(code)) return unavailable();
    if (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message)) return unavailable();
    if (code && FULL_DISK.has(code)) return new AppError('service.disk_full', 507, 'There is no room left to store this. What you saved before is kept.');
    const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
    return status === null ? null : foreseen(status);
  }
}

const titles: Record<AppError['status'], string> = {
  400: 'Bad request', 401: 'Sign in first', 402: 'Nothing left', 403: 'Not allowed', 404: 'Not found', 409: 'Conflict', 410: 'Gone', 413: 'Too large', 415: 'Wrong kind of content',
  422: 'Cannot be processed', 429: 'Too many requests', 500: 'Internal error', 502: 'Bad gateway', 503: 'Unavailable', 507: 'No room left',
};

function unavailable(): AppError {
  return new AppError('service.unavailable', 503, 'We cannot reach our database for a moment. What you saved before is kept. Try again in a few seconds.', { retryAfterSeconds: 5 });
}

/** What the framework refuses before a handler runs, in our words. */
function foreseen(status: number): AppError | null {
  if (status === 404) return notFound();
  if (status === 413) return new AppError('http.too_large', 413, 'That is larger than is accepted here. Nothing was stored.');
  if (status === 415) return new AppError('http.wrong_content_type', 415, 'That kind of content is not accepted here. Nothing was stored.');
  if (status >= 400 && status < 500) return new AppError('http.invalid_request', 400, 'The request could not be read. Nothing was changed.');
  return null;
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error) return errorCode(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function fastifyStatus(error: unknown): number | null {
  if (!errorCode(error)?.startsWith('FST_')) return null;
  return typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : null;
}

/** Name and stack, without the message: messages of drivers quote values, and values are people's. */
function describe(error: unknown): { name: string; code: string | undefined; stack: string | undefined } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, stack: undefined };
  return { name: error.name, code: errorCode(error), stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') };
}
