import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { LARGEST_PROOF_BYTES } from '../certificates/index.js';
import { type Config, projectRoot } from '../platform/config/index.js';
import { httpApp } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { AppModule } from './app.module.js';
import { type Log } from './log.js';
import { openApi } from './open-api.js';

/** A file that is a little too large is read, so that its own sentence can be said instead of a general one. */
const ROOM_TO_SAY_SO = 1_048_576;
const YEAR_IN_SECONDS = 31_536_000;

/** The web server, ready to listen: the API, its description at /api/openapi.json, and the files of the front end. */
export async function webServer(config: Config, log?: Log): Promise<NestFastifyApplication> {
  const policy = Policy.load(config.settings.POLICY, resolve(projectRoot, config.settings.POLICIES_DIR));
  const { resume, recording } = policy.values.limits;
  const app = await httpApp(AppModule.with(config, log), config, Math.max(resume.bytes, recording.chunkBytes, LARGEST_PROOF_BYTES) + ROOM_TO_SAY_SO);
  app.useLogger(app.get(Logger));
  const fastify = app.getHttpAdapter().getInstance();
  const files = join(projectRoot, 'web/dist');
  if (existsSync(files)) {
    // The names of assets carry a hash of their content, so a browser may keep them. The page itself needs a nonce and is served apart.
    await app.register(fastifyStatic, { root: join(files, 'assets'), prefix: '/assets/', wildcard: false, immutable: true, maxAge: YEAR_IN_SECONDS * 1000 });
    await app.register(fastifyStatic, { root: files, wildcard: false, globIgnore: ['assets/**', 'index.html'], index: false, decorateReply: false });
  }
  let document: string | undefined;
  // Written when it is first asked for: it takes a fifth of a second, and hardly any start is asked for it.
  fastify.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send((document ??= JSON.stringify(openApi(app)))));
  await app.init();
  return app;
}
