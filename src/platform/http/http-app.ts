import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config } from '../config/index.js';
import { keepSignedBytes } from './raw-bodies.js';
import { secure } from './secure-headers.js';

const JSON_BYTES = 1024 * 1024;
const SIGNED_BYTES = 256 * 1024;
const FILE_TYPES = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain', 'application/octet-stream',
  'image/png', 'image/svg+xml', 'application/vc', 'application/vc+jwt', 'application/jwt', 'application/ld+json', 'application/vc+ld+json'];

/** The web server around a root module, ready to listen: security headers, raw bodies for files, our errors. */
export async function httpApp(root: DynamicModule, config: Config, fileBytes: number): Promise<NestFastifyApplication> {
  const { settings } = config;
  const adapter = new FastifyAdapter({ trustProxy: settings.TRUST_PROXY && onlyTheNearest, bodyLimit: JSON_BYTES, forceCloseConnections: 'idle' });
  const fastify = adapter.getInstance();
  secure(fastify, settings.PUBLIC_URL, { conversations: conversationsAt(config), forms: config.formHosts });
  // Files come as their bare bytes: there is no form to parse, and their name never reaches us.
  fastify.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer', bodyLimit: fileBytes }, (_request, body, done) => done(null, body));
  keepSignedBytes(fastify, SIGNED_BYTES);
  // Sound may be heard only by whom its owner allows to: it is taken in by its route, once that is known.
  fastify.addContentTypeParser('audio/wav', (_request, body, done) => done(null, body));
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { bufferLogs: true, abortOnError: false });
  app.enableShutdownHooks();
  return app;
}

/** Browsers speak with an interviewer over a WebSocket, straight to its provider. */
function conversationsAt(config: Config): string[] {
  return [...new Set(config.aiOrder('realtime').settings.map(({ baseUrl }) => new URL(baseUrl.replace(/^http/, 'ws')).origin))];
}

/** What stands further left in X-Forwarded-For was written by the caller. */
const onlyTheNearest = (_address: string, hop: number): boolean => hop < 1;
