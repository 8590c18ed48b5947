import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { programTemplate } from '@cairn/sample';
import { fileRoute } from '../define-route.js';
import { type TarMember, tarOfFiles } from '../files/tar-of-files.js';

const TAR = 'application/x-tar';

/** The folder in the archive; the package has the same name. */
const NAME = 'my_program';

export const downloadTemplate = fileRoute(
  {
    id: 'downloadTemplate',
    method: 'GET',
    path: '/program/template',
    summary: 'Returns a template: a package that is ready to build and upload.',
    operation: null,
    changes: false,
    errors: [],
  },
  { file: TAR },
  async () => {
    const { mtime } = await stat(join(programTemplate, 'Scarb.toml'));
    const contents = tarOfFiles(await templateFiles(), mtime);
    return { ...contents, filename: `${NAME}.tar`, contentType: TAR };
  },
);

async function templateFiles(): Promise<TarMember[]> {
  const entries = await readdir(programTemplate, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.sort().map(async (path) => {
      const content = await readFile(path);
      const name = `${NAME}/${relative(programTemplate, path)}`;
      return { name, size: content.length, body: Readable.from([content]) };
    }),
  );
}
