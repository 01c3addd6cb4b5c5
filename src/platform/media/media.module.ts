import { Global, Module } from '@nestjs/common';
import { MediaWorkshop } from './media-workshop.js';

@Global()
@Module({ providers: [MediaWorkshop], exports: [MediaWorkshop] })
export class MediaModule {}
