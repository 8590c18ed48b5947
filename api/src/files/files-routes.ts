import { Readable } from 'node:stream';
import { DomainError } from '@cairn/shared-schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendEnvelopeError } from '../rest/envelope.js';
import { parseByteRange } from './byte-range.js';
import { downloadHeaders } from './download-headers.js';
import type { DownloadLinks } from './download-link.js';
import type { FileStore } from './file-store.js';

export interface FilesRoutesOptions {
  readonly files: FileStore;
  readonly links: DownloadLinks;
}

/** `GET /files/<token>`: what a download link stands for, whole or in a range. */
export async function filesRoutes(app: FastifyInstance, { files, links }: FilesRoutesOptions): Promise<void> {
  app.setErrorHandler(sendEnvelopeError);
  app.get(
    '/files/*',
    { config: { download: true } },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const linked = links.read((request.params as { '*': string })['*']);
      if (linked === undefined) throw linkInvalid();
      const size = await files.size(linked.sha256);
      if (size === undefined) throw fileGone();
      const range = parseByteRange(request.headers.range, size);
      reply.headers({ ...downloadHeaders(linked.filename, linked.contentType), 'accept-ranges': 'bytes' });
      if (range === 'unsatisfiable') {
        return reply
          .code(416)
          .headers({ 'content-range': `bytes */${size}`, 'content-length': 0 })
          .send();
      }
      if (range !== undefined)
        reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
      reply.header('content-length', range === undefined ? size : range.end - range.start + 1);
      // An empty stream leaves the length in its header as it is.
      if (request.method === 'HEAD') return reply.send(Readable.from([]));
      const stream = await files.open(linked.sha256, range);
      if (stream === undefined) throw fileGone();
      return reply.send(stream);
    },
  );
}

function linkInvalid(): DomainError {
  return new DomainError('FORBIDDEN', 'This download link has expired or was not made by this server.', {
    help: 'Ask for the file again to get a new link.',
  });
}

function fileGone(): DomainError {
  return new DomainError('FORBIDDEN', 'The file of this download link has been deleted.', {
    help: 'Ask for the file again: it may have been replaced.',
  });
}
