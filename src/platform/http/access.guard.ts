import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { accessRules, Authenticator, type RequestWithActor } from './access.js';

/** Lets a request through only as its route says. A route that says nothing is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const [rule, ...more] = accessRules(context.getHandler());
    if (!rule || more.length > 0) throw new AppError('http.not_for_your_role', 403, 'This is closed.');
    if (rule.kind === 'public' || rule.kind === 'token') return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const actor = await this.authenticator.authenticate(request);
    if (!actor) throw new AppError('http.sign_in_first', 401, 'Sign in first, then try again.');
    if (rule.kind === 'role' && !actor.roles.includes(rule.role)) {
      throw new AppError('http.not_for_your_role', 403, `This is open to accounts with the role ${rule.role} only.`);
    }
    if (rule.kind === 'role' && actor.shutRoles?.includes(rule.role)) {
      throw new AppError('accounts.second_factor_required', 403, `Set up a second factor first: the role ${rule.role} needs one here. You find it in your settings.`);
    }
    request.actor = actor;
    return true;
  }
}
