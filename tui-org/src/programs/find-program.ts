import { nameKey } from '@cairn/shared-schema';
import {
  OwnProgramsDocument,
  type OwnProgramsQuery,
  ProgramByIdDocument,
  type ProgramFactsFragment,
} from '@cairn/shared-schema/org';
import { ClientError } from '@cairn/tui-kit';
import type { OrgServer } from '../account/org-server.js';
import { allPages } from '../cli/all-pages.js';

/** A program of one's own, as it is listed. */
export type OwnProgram = OwnProgramsQuery['programs']['nodes'][number];

/** The organization's own programs, all or those whose names start so. */
export async function ownPrograms(server: OrgServer, namePrefix?: string): Promise<OwnProgram[]> {
  const { organization } = await server.session();
  const own = { organizationId: organization.id, namePrefix };
  return allPages(
    async (page) =>
      (await server.call((api) => api.request(OwnProgramsDocument, { ...own, ...page }))).programs,
  );
}

/** A program of one's own by its name, compared without case; `undefined` when there is none. */
export async function findByName(server: OrgServer, name: string): Promise<OwnProgram | undefined> {
  const programs = await ownPrograms(server, name);
  return programs.find((program) => nameKey(program.name) === nameKey(name));
}

/**
 * A program of one's own by id or name. A name counts before an id, so that nobody else's id can stand for it.
 * @throws ClientError PROGRAM_NOT_FOUND
 */
export async function findProgram(server: OrgServer, idOrName: string): Promise<ProgramFactsFragment> {
  const { organization } = await server.session();
  const named = await findByName(server, idOrName);
  if (named) return named;
  const { program } = await server.call((api) => api.request(ProgramByIdDocument, { id: idOrName }));
  if (program?.organization.id === organization.id) return program;
  throw new ClientError(
    `there is no program ${JSON.stringify(idOrName)} among those of ${organization.name}`,
    {
      code: 'PROGRAM_NOT_FOUND',
      expected: 'the id or the name of a program that this organization has published',
      help: '`cairn-org programs` lists them; `cairn-org publish` adds one',
    },
  );
}
