import { type Provider, type Type } from '@nestjs/common';
import { FiguresController } from './figures.controller.js';
import { FiguresRepository } from './figures.repository.js';
import { HiringFigures } from './hiring-figures.js';

/** What the module of recruiters has of this folder. */
export const figuresControllers: Type[] = [FiguresController];
export const figuresProviders: Provider[] = [FiguresRepository, HiringFigures];
