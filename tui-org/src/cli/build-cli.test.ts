import { PassThrough } from 'node:stream';
import { CliContext } from '@cairn/tui-kit';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { runOrg } from '../test/run-org.js';
import { buildCli } from './build-cli.js';

const world = { stdout: { write: () => true }, stderr: { write: () => true }, env: {} };
const cli = buildCli(new CliContext(world, new AbortController().signal), new PassThrough());
const names = cli.commands.map((command) => command.name());

test('has the commands of an organization', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...'screen register login logout password token webhook delete new template publish programs'.split(
        ' ',
      ),
      ...'add-inputs inputs watch proofs proof verify confirm reject results export audit key'.split(' '),
    ]),
  );
});

test.each(names)(
  '%s: its help shows examples that begin with its name, and the options of all',
  async (name) => {
    const { code, stdout, stderr } = await runOrg([name, '--help'], { env: {} });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Examples:\n  cairn-org ${name}`);
    expect(stdout).toContain('--server <url>');
    expect(stdout).toContain('--json');
  },
);

test.each(['register', 'login'])('%s: takes no password from the arguments', async (name) => {
  const { code, stderr } = await runOrg([name, '--username', 'u', '--name', 'n', '--password', 'secret'], {
    env: {},
  });
  expect(code).toBe(2);
  expect(stderr).toContain("unknown option '--");
  expect(stderr).not.toContain('secret');
});

test('errors are one JSON line with --json, and nothing else is on stdout', async () => {
  await using folder = await temporaryFolder();
  const { code, records } = await runOrg(['programs', '--json'], { env: { CAIRN_ORG_DIR: folder.path } });
  expect(code).toBe(2);
  expect(records).toEqual([{ error: expect.objectContaining({ code: 'NOT_LOGGED_IN' }) }]);
});

test.each([
  [['publish', '.', '--name', 'x\u0007', '--lease', '10m'], 'U+0007'],
  [['publish', '.', '--name', 'x', '--lease', '10 minutes'], '--lease'],
  [['proofs', '--state', 'done'], 'submitted, confirmed, rejected'],
  [['export', 'x', '--format', 'xml', '--output', 'x.xml'], 'csv, json, ndjson'],
  [['export', 'x', '--bundle', 'b', '--format', 'csv'], 'cannot be used with'],
  [['export', 'x', '--output', 'f'], '--bundle FILE'],
  [['audit', 'b', '--expect-key', 'me'], '64 hex digits'],
  [['watch', '--count', 'all'], 'a whole number'],
  [['token', 'create', '--name', 'x', '--scope', 'all'], 'programs:write, inputs:write'],
  [['token', 'create', '--name', 'x', '--scope', 'proofs:read', '--days', '0'], '1 to 366'],
  [['webhook', 'add', 'https://x', '--event', 'all'], 'proof-verified, program-finished'],
  [['delete', 'inputs', 'x'], 'names or ids, or --state, or --all'],
  [['programs', '--server', 'ftp://x'], 'http://127.0.0.1:8080'],
])('%j is refused before any server is asked', async (args, part) => {
  await using folder = await temporaryFolder();
  const { code, stderr } = await runOrg(args, { env: { CAIRN_ORG_DIR: folder.path } });
  expect(code).toBe(2);
  expect(stderr).toContain(part);
});

test.each([
  [[], 'there is no terminal for a full screen'],
  [['publsh', '--name', 'x'], "unknown command 'publsh'"],
  [['--nmae'], "unknown option '--nmae'"],
])('without a terminal, %j says what there is instead', async (args, problem) => {
  const { code, stderr } = await runOrg(args, { env: {} });
  expect(code).toBe(2);
  expect(stderr).toContain(problem);
  expect(stderr).toContain('cairn-org --help');
});
