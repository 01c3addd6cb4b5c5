import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

/** What an account may be; one account may be several. */
export const roles = ['candidate', 'recruiter', 'interviewer', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Who is asking: the account behind a live sign-in. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Those of them that open nothing until a second factor is set up. */
  readonly shutRoles?: readonly Role[];
}

/** Who may call a route. Written as one word or `for:<role>` or `token:<kind>` in the snapshot of routes. */
export type Access = { kind: 'public' } | { kind: 'signed-in' } | { kind: 'role'; role: Role } | { kind: 'token'; of: string };

const ACCESS = 'viva:access';

const access = (rule: Access): MethodDecorator => (target, key, descriptor) => {
  const before = (Reflect.getMetadata(ACCESS, descriptor.value as object) ?? []) as Access[];
  return SetMetadata(ACCESS, [...before, rule])(target, key, descriptor);
};

/** Anyone may call this route. */
export const Public = (): MethodDecorator => access({ kind: 'public' });
/** Anyone with a live sign-in may call this route. */
export const SignedIn = (): MethodDecorator => access({ kind: 'signed-in' });
/** Only an account that holds this role may call this route. */
export const For = (role: Role): MethodDecorator => access({ kind: 'role', role });
/** The route is opened by a token that its handler checks; a wrong one is answered like an absent thing. */
export const ByToken = (kind: string): MethodDecorator => access({ kind: 'token', of: kind });

/** The access rules written on a handler; a fit route has exactly one. */
export function accessRules(handler: object): readonly Access[] {
  return (Reflect.getMetadata(ACCESS, handler) ?? []) as Access[];
}

/** The account that calls, as a parameter of a handler that asks for a sign-in. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new Error('@Me() stands on a route that does not ask for a sign-in');
  return actor;
});

/** A request after the guard has looked at it. */
export type RequestWithActor = FastifyRequest & { actor?: Actor };

/** Says who is behind a request; `accounts` provides it. */
export abstract class Authenticator {
  abstract authenticate(request: FastifyRequest): Promise<Actor | null>;
}
