import { invalidField } from '@cairn/shared-schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../context/create-context.js';
import type { OperationContext, ServerContext } from '../context/operation-context.js';
import { drainRequest } from '../graphql/drain-request.js';
import { sendEnvelopeError } from '../rest/envelope.js';
import { appendToUpload, findLinked } from './append-to-upload.js';
import { showUpload } from './show-upload.js';
import { linkInvalid, otherContentType, otherProtocol } from './upload-errors.js';
import type { LinkedUpload } from './upload-link.js';
import { uploadSeats } from './upload-seats.js';

/** The tus protocol, of which this is the core: HEAD tells the offset, PATCH appends. */
const TUS_VERSION = '1.0.0';
const BYTES = 'application/offset+octet-stream';

/** `HEAD` and `PATCH /uploads/<token>`: where an upload link leads. */
export async function uploadRoutes(
  app: FastifyInstance,
  { server }: { server: ServerContext },
): Promise<void> {
  const seats = uploadSeats(server.config.limits.leasesPerAddress);
  app.setErrorHandler(sendEnvelopeError);
  app.removeAllContentTypeParsers();
  // The body is read as it comes.
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
  app.addContentTypeParser('*', ({ headers }, _payload, done) =>
    done(otherContentType(String(headers['content-type']), BYTES)),
  );
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'tus-resumable': TUS_VERSION, 'cache-control': 'no-store' });
  });
  app.addHook('onResponse', async (request) => drainRequest(request.raw));

  const seated = async <T>(request: FastifyRequest, act: ActOnUpload<T>): Promise<T> => {
    const linked = linkOf(server, request);
    const leave = seats.take(request.ip);
    try {
      return await act(requestContext(server, request, undefined), linked);
    } finally {
      leave();
    }
  };

  // It takes a seat too: it lists the pieces.
  app.head('/uploads/*', async (request, reply) => {
    const { size, expiresAt, offset } = await seated(request, async (ctx, linked) =>
      showUpload(ctx, await findLinked(ctx, linked)),
    );
    reply.headers({ 'upload-length': size, 'upload-expires': expiresAt.toUTCString() });
    return sendOffset(reply.code(200), offset);
  });

  app.patch('/uploads/*', async (request, reply) => {
    const append: ActOnUpload<number> = (ctx, linked) =>
      server.appends.add(appendToUpload(ctx, linked, bytesOf(request)));
    return sendOffset(reply.code(204), await seated(request, append));
  });
}

type ActOnUpload<T> = (ctx: OperationContext, linked: LinkedUpload) => Promise<T>;

function sendOffset(reply: FastifyReply, offset: number | undefined): FastifyReply {
  return reply.header('upload-offset', offset ?? 0).send();
}

/** @throws DomainError FORBIDDEN for a link that is not, or no longer, valid; INVALID_REQUEST (412) */
function linkOf({ uploadLinks }: ServerContext, { params, headers }: FastifyRequest): LinkedUpload {
  const version = headers['tus-resumable'];
  if (version !== undefined && version !== TUS_VERSION) throw otherProtocol(String(version));
  const linked = uploadLinks.read((params as { '*': string })['*']);
  if (linked === undefined) throw linkInvalid();
  return linked;
}

function bytesOf({ raw, headers }: FastifyRequest) {
  const given = headers['upload-offset'];
  if (typeof given !== 'string' || !/^\d{1,15}$/u.test(given))
    throw invalidField('Upload-Offset', String(given), 'a number of bytes');
  const length = headers['content-length'];
  return {
    offset: Number(given),
    length: length === undefined ? undefined : Number(length),
    content: raw,
  };
}
