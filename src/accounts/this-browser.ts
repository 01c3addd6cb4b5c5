import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/** The browser that calls: where its sign-in is read from, and where a new cookie is put. */
export interface ThisBrowser {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The browser that calls, as a parameter of a handler that changes what its sign-in may do. */
export const ThisBrowser = createParamDecorator((_: unknown, context: ExecutionContext): ThisBrowser => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
});
