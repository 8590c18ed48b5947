import { DomainError } from '@cairn/shared-schema';
import type { MultipartFile } from '@fastify/multipart';

/** The text of a part `data` that a client sent as a file, as a browser does with a Blob. */
export async function readDataFile(part: MultipartFile, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new DomainError(
        'INVALID_REQUEST',
        `data: found more than ${maxBytes} bytes, expected at most so many.`,
        {
          details: { field: 'data' },
        },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
