import { temporaryFolder } from '@cairn/tui-kit/test';
import { DonorProcess } from '../test/donor-process.js';
import { nobody } from '../test/nobody.js';
import { scriptedServer } from '../test/scripted-server.js';

const HOSTILE = 'Fold\u001B]52;c;AA\u0007\u202Eers';
const DECISIONS = { confirmed: 3, rejected: 1 };

function server() {
  return scriptedServer({
    ProgramName: ({ id }) => ({
      program:
        id === 'gone'
          ? null
          : { id, name: 'fold', decisions: DECISIONS, organization: { id: 'o1', name: HOSTILE } },
    }),
    OrganizationName: ({ id }) => ({ organization: { id, name: HOSTILE, decisions: DECISIONS } }),
    BrowseOrganizations: () => ({
      organizations: {
        nodes: [{ id: 'o1', name: HOSTILE, description: HOSTILE, programCount: 2, decisions: DECISIONS }],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    }),
  });
}

/** What the command prints, for people. */
async function cli(dataDir: string, url: string, args: readonly string[], exitCode = 0): Promise<string> {
  const env = { PROGRAM_DISTRIBUTOR_URL: url };
  await using donor = new DonorProcess([...args, '--data-dir', dataDir], env, 'text');
  await donor.end(exitCode);
  return donor.text + donor.stderr;
}

test('keeps a ranked list, and tells who is in it', async () => {
  await using folder = await temporaryFolder();
  await using api = await server();
  const run = (...args: string[]) => cli(folder.path, api.url, args);
  expect(await run('prefer')).toBe('Nobody is worked for before others (the default).\n');
  await run('prefer', 'program:fold');
  await run('prefer', 'program:gone');
  const shown = await run('prefer', 'organization:o1', '--place', '1');
  expect(shown.split('\n').map((line) => line.trimEnd().replaceAll(/ {2,}/gu, ' | '))).toEqual([
    'place | who | name | rejects',
    '1 | organization:o1 | Folders | 1 of 4 (25%)',
    '2 | program:fold | fold, of Folders | 1 of 4 (25%)',
    '3 | program:gone | (the server does not tell)',
    '',
    '3 worked for first, from preferred in the saved settings',
    '',
  ]);
  expect(await run('browse')).toMatch(/o1 +★1 +Folders +2 +1 of 4 \(25%\) +Folders/u);
  expect(await run('prefer', 'program:fold', '--remove')).not.toContain('program:fold');
});

test('keeps a block list, also while the server is away', async () => {
  await using folder = await temporaryFolder();
  const url = await nobody();
  const shown = await cli(folder.path, url, ['block', 'program:bad']);
  expect(shown).toContain('program:bad  (the server does not tell)');
  expect(await cli(folder.path, url, ['block', 'bad'], 2)).toContain(
    'expected: program:ID or organization:ID',
  );
  expect(await cli(folder.path, url, ['block', 'program:bad', '--remove'])).toContain('Nobody is blocked');
});
