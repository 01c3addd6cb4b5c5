import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { type Config } from '../platform/config/index.js';
import { AppModule } from './app.module.js';
import { type Log } from './log.js';

/** The product without a web server, for processes that only work. */
export async function worker(config: Config, log?: Log): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config, log), { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  return app;
}
