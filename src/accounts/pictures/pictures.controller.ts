import { Controller, Delete, Get, HttpCode, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { SignedIn } from '../../platform/http/index.js';
import { Sessions } from '../sessions/sessions.js';
import { OwnPicture } from './own-picture.js';
import { pictureTypes } from './plain-picture.js';

@Controller('api/account/picture')
export class PicturesController {
  constructor(
    private readonly picture: OwnPicture,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @SignedIn()
  @ApiProduces(...pictureTypes)
  async myPicture(@Req() request: FastifyRequest): Promise<StreamableFile> {
    const { type, bytes } = await this.picture.look(await this.sessions.mine(request));
    return new StreamableFile(bytes, { type, length: bytes.length });
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  async deleteMyPicture(@Req() request: FastifyRequest): Promise<void> {
    await this.picture.remove(await this.sessions.mine(request));
  }
}
