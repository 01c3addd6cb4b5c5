import { type FastifyInstance } from 'fastify';

/** Whoever sends here signs bytes, so nobody else may read them first. */
const SIGNED = /^\/api\/webhooks\//;
const BYTES = 'application/x-signed-bytes';

/** Gives the routes that check signatures their body as it came, whatever it is said to be; all others are read as before. */
export function keepSignedBytes(fastify: FastifyInstance, mostBytes: number): void {
  fastify.addHook('onRequest', async (request) => {
    if (SIGNED.test(request.url)) request.headers['content-type'] = BYTES;
  });
  fastify.addContentTypeParser(BYTES, { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) => done(null, body));
}
