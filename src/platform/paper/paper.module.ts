import { Global, Module } from '@nestjs/common';
import { PaperPress } from './paper-press.js';

@Global()
@Module({ providers: [PaperPress], exports: [PaperPress] })
export class PaperModule {}
