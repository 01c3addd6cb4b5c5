import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Access, accessRules } from './access.js';

/** Every route with its access, `GET /api/session → public`. Refuses the boot when a route has no access rule, or two. */
@Injectable()
export class RouteList implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const unfit = this.handlers().filter(({ rules }) => rules.length !== 1);
    if (unfit.length > 0) {
      throw new Error(`Each route needs exactly one of @Public, @SignedIn, @For, @ByToken: ${unfit.map(({ name }) => name).join(', ')}`);
    }
  }

  lines(): string[] {
    return this.handlers()
      .flatMap(({ routes, rules }) => routes.map((route) => `${route} → ${rules.map(say).join(' + ') || 'nobody'}`))
      .sort();
  }

  private handlers(): { name: string; routes: string[]; rules: readonly Access[] }[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const base = paths(Reflect.getMetadata(PATH_METADATA, metatype));
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        const verb = RequestMethod[(Reflect.getMetadata(METHOD_METADATA, handler) as number | undefined) ?? 0] ?? 'GET';
        const own = paths(Reflect.getMetadata(PATH_METADATA, handler));
        const routes = base.flatMap((start) => own.map((end) => `${verb} /${[start, end].filter(Boolean).join('/')}`));
        return [{ name: `${metatype.name}.${method}`, routes, rules: accessRules(handler) }];
      });
    });
  }
}

function paths(metadata: unknown): string[] {
  const list = Array.isArray(metadata) ? metadata : [metadata ?? ''];
  return list.map((path) => String(path).replace(/^\/|\/$/g, ''));
}

function say(rule: Access): string {
  if (rule.kind === 'role') return `for:${rule.role}`;
  return rule.kind === 'token' ? `token:${rule.of}` : rule.kind;
}
