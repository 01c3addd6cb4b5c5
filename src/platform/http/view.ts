import { applyDecorators, Param, type PipeTransform, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type z } from 'zod';
import { isId, notFound } from '../../kernel/index.js';

/** Declares what a handler answers: the answer is stripped to this schema, and OpenAPI says so. */
export function View(schema: z.ZodType, status = 200): MethodDecorator {
  return applyDecorators(SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema }));
}

const idPipe: PipeTransform<string, string> = {
  transform: (value) => {
    if (!isId(value)) throw notFound();
    return value;
  },
};

/** A path parameter that is an id; a malformed one is answered exactly like an absent one. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, idPipe);
