import { tinyProgram } from '../test/tiny-program.js';
import type { CaseTable, Send } from './contract-case.js';
import type { ContractWorld } from './contract-world.js';

/** A GET of a path that holds the program's id. */
const get =
  (path: (id: string) => string, id?: string): Send =>
  (as, { programId }) =>
    as.raw('GET', path(id ?? programId));

const mine = (id: string) => `/program/inputs/all/${id}`;
const code = (id: string) => `/program/${id}`;
const inputs = (id: string) => `/program/inputs/${id}`;
const both = (id: string) => `/program/program-and-inputs/${id}`;

async function takeAll({ proven }: ContractWorld): Promise<void> {
  for (const _ of Object.keys(proven.groups)) await proven.reserve('EXECUTE_AND_PROVE');
}

function reserving(path: (id: string) => string): CaseTable[string] {
  return {
    success: get(path),
    errors: {
      PROGRAM_NOT_FOUND: get(path, 'x'),
      INPUT_GROUP_NOT_FOUND: async (as, world) => {
        await takeAll(world);
        return get(path)(as, world);
      },
    },
  };
}

const data = (name: string) => ({ name, description: 'Sums', execution_timeout: 600 });

export const PROGRAM_CASES: CaseTable = {
  listPrograms: { success: (as) => as.raw('GET', '/program/all?name_filter=s'), errors: {} },
  listOwnPrograms: { success: (as) => as.raw('GET', '/program/mine'), errors: {} },
  listProgramsOfOrganization: {
    success: (as, { idsOfA }) => as.raw('GET', `/program/organization/${idsOfA.organization_id}`),
    errors: { ACCOUNT_NOT_FOUND: (as) => as.raw('GET', '/program/organization/x') },
  },
  downloadTemplate: { success: (as) => as.raw('GET', '/program/template'), errors: {} },
  downloadProgram: { success: get(code), errors: { PROGRAM_NOT_FOUND: get(code, 'x') } },
  listInputGroups: {
    success: get(mine),
    errors: { PROGRAM_NOT_FOUND: (_as, { other, programId }) => other.raw('GET', mine(programId)) },
  },
  reserveInputs: reserving(inputs),
  reserveProgramAndInputs: reserving(both),
  uploadProgram: {
    success: (as, { proven, fresh }) =>
      as.sendForm('/program/upload', proven.fixture.builtArchive, data(fresh())),
    errors: {
      PROGRAM_NAME_TAKEN: (as, { proven }) =>
        as.sendForm('/program/upload', proven.fixture.builtArchive, data(proven.program.name.toUpperCase())),
      PROGRAM_INVALID: (as, { fresh }) =>
        as.sendForm('/program/upload', tinyProgram('fn main( {'), data(fresh())),
      FILE_TOO_LARGE: (as, { fresh }) =>
        as.sendForm('/program/upload', Buffer.alloc(1024 * 1024 + 1), data(fresh())),
    },
  },
  uploadInputGroup: {
    success: (as, { programId }) => as.sendForm(inputs(programId), '1, 2', { name: 'more' }),
    errors: {
      PROGRAM_NOT_FOUND: (as) => as.sendForm(inputs('x'), '1, 2', { name: 'more' }),
      FILE_TOO_LARGE: (as, { programId }) =>
        as.sendForm(inputs(programId), '1'.repeat(64 * 1024 + 1), { name: 'more' }),
    },
  },
  deleteProgram: {
    success: (as, { programId }) => as.raw('DELETE', code(programId)),
    errors: { PROGRAM_NOT_FOUND: (_as, { other, programId }) => other.raw('DELETE', code(programId)) },
  },
  deleteInputGroup: {
    success: (as, world) => as.raw('DELETE', world.toGroupA('input')),
    errors: {
      PROGRAM_NOT_FOUND: (_as, world) => world.other.raw('DELETE', world.toGroupA('input')),
      INPUT_GROUP_NOT_FOUND: (as, { programId }) => as.raw('DELETE', `/program/input/${programId}/x`),
    },
  },
};
