import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { Database } from './database.js';
import { PreparingClient } from './preparing-client.js';

/** Connects as the application role. Entities come from the modules that own them (`TypeOrmModule.forFeature`). */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: ({ settings }: Config) => ({
        type: 'postgres',
        url: settings.DATABASE_URL,
        autoLoadEntities: true,
        synchronize: false,
        retryAttempts: 20,
        retryDelay: 500,
        extra: { max: settings.DATABASE_POOL, connectionTimeoutMillis: 10_000, application_name: 'viva-voce', Client: PreparingClient },
      }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DbModule {}
