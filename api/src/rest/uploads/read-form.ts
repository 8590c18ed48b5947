import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { DomainError } from '@cairn/shared-schema';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { UploadSource } from '../../context/upload-source.js';
import type { FileStore, TempFolder } from '../../files/file-store.js';
import { type UploadLimits, writeIncoming } from '../../files/write-incoming.js';
import { badForm, formError } from './form-error.js';
import { parseData } from './parse-data.js';
import { readDataFile } from './read-data-file.js';

/** What is done with a form once both parts are known. */
type UseForm<Answer> = (data: unknown, file: UploadSource) => Promise<Answer>;

/** Reads the form of one request; see {@link formReader}. */
export type FormReader = <Answer>(limits: UploadLimits, use: UseForm<Answer>) => Promise<Answer>;

/** Room for the parts `file` and `data`, and for noticing that there are more. */
const LIMITS = {
  files: 2,
  fields: 2,
  parts: 3,
  fieldSize: 65_536,
  fieldNameSize: 100,
  fileSize: Number.POSITIVE_INFINITY,
};

/** A file may come without a name. */
const NO_NAME = 'upload';

/**
 * Reads forms of a `file` and a stringified JSON `data`. When `data` comes first the file is handed on as it arrives;
 * when it comes last the file waits in a private folder.
 */
export function formReader(request: FastifyRequest, files: FileStore): FormReader {
  return async (limits, use) => {
    const folder: { waiting?: TempFolder } = {};
    try {
      return await readParts(request, use, async (part) => {
        folder.waiting = await files.tempFolder();
        const path = join(folder.waiting.path, 'upload');
        await writeIncoming(part.file, path, limits);
        return { filename: part.filename ?? NO_NAME, open: () => createReadStream(path) };
      });
    } catch (error) {
      throw formError(error);
    } finally {
      await folder.waiting?.remove();
    }
  };
}

async function readParts<Answer>(
  request: FastifyRequest,
  use: UseForm<Answer>,
  setAside: (part: MultipartFile) => Promise<UploadSource>,
): Promise<Answer> {
  if (!request.isMultipart()) throw badForm('the request is no form', 'content-type multipart/form-data');
  let data: { value: unknown } | undefined;
  let file: UploadSource | undefined;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.fieldname === 'data' && data === undefined) data = { value: await readData(part) };
    else if (part.fieldname !== 'file' || part.type !== 'file' || file !== undefined)
      throw unexpectedPart(part);
    else if (data !== undefined)
      return use(data.value, { filename: part.filename ?? NO_NAME, open: () => part.file });
    else file = await setAside(part);
    if (data !== undefined && file !== undefined) return use(data.value, file);
  }
  throw badForm(
    data === undefined ? 'the part "data" is missing' : 'the part "file" is missing',
    'the parts "file" and "data"',
  );
}

async function readData(part: Multipart): Promise<unknown> {
  if (part.type === 'file') return parseData(await readDataFile(part, LIMITS.fieldSize));
  if (part.valueTruncated) throw badForm('the part "data" is too long', `at most ${LIMITS.fieldSize} bytes`);
  // A part of the type application/json has been parsed already.
  return typeof part.value === 'string' ? parseData(part.value) : part.value;
}

function unexpectedPart(part: Multipart): DomainError {
  const name = JSON.stringify(part.fieldname.slice(0, 100));
  return badForm(
    `unexpected part ${name}`,
    'one file in the part "file" and one JSON text in the part "data"',
  );
}
