import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/index.js';
import { Config } from '../platform/config/index.js';

/** Runs one errand with the whole product at hand, without web server or workers, and ends. */
export async function quietly(errand: (app: INestApplicationContext, config: Config) => Promise<void>, config = Config.read()): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error', 'fatal'], abortOnError: false });
  try {
    await errand(app, config);
  } finally {
    await app.close();
  }
}
