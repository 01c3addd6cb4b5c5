import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, Reflector } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { bodyPipe } from './body-pipe.js';
import { HttpWorker } from './http.worker.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimiter } from './rate-limiter.js';
import { RouteList } from './route-list.js';

/** Closed by default: the guard, the checks of bodies, the stripping of answers and the words of errors stand on every route. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    HttpWorker,
    RateLimiter,
    RouteList,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useValue: bodyPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, inject: [Reflector], useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector) },
  ],
  exports: [RateLimiter, RouteList],
})
export class HttpModule {}
