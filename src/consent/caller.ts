import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type How } from './consent.repository.js';

/** How an act came here, and from where. */
export interface Caller {
  readonly how: How;
  readonly network: string;
  readonly agent: string;
}

interface Request {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The caller, as a parameter of a handler: a browser is at a switch, a program with a token is not. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { ip, headers } = context.switchToHttp().getRequest<Request>();
  return { how: headers['authorization'] === undefined ? 'switch' : 'api', network: ip, agent: headers['user-agent'] ?? '' };
});
