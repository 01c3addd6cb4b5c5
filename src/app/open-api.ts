import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The API as a document. Operations are named after their handlers, which is what the typed client calls. */
export function openApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Viva Voce')
    .setDescription('Errors are application/problem+json with a stable `code`. A foreign, expired or absent id is answered with one and the same 404.')
    .setVersion('1')
    .addCookieAuth('viva.session_token')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'For programs: a token from POST /api/tokens.' })
    .build();
  return SwaggerModule.createDocument(app, description, { operationIdFactory: (_controller, method) => method });
}
