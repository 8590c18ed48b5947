import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { serviceDefinition } from './service-definition.js';

const COMMAND = {
  line: ['/opt/my node/node', '/a "b" \\c/100% $HOME/<bin>&.js', 'run', '--data-dir', '/d/%h'],
  dataDir: '/d/%h',
};

test('writes a unit in which nothing of a path is replaced', () => {
  const { path, text } = serviceDefinition(COMMAND, 'linux', { XDG_CONFIG_HOME: '/conf' });
  expect(path).toBe('/conf/systemd/user/cairn-donor.service');
  expect(text).toContain(
    'ExecStart="/opt/my node/node" "/a \\"b\\" \\\\c/100%% $$HOME/<bin>&.js" "run" "--data-dir" "/d/%%h"\n',
  );
  expect(text).toContain('WorkingDirectory=-/d/%%h\n');
});

test('writes a unit that systemd accepts', async () => {
  await using folder = await temporaryFolder();
  const line = [process.execPath, '/a "b" \\c/100% $HOME/bin.js', 'run', '--wait'];
  const { text } = serviceDefinition({ line, dataDir: folder.path }, 'linux', {});
  const file = join(folder.path, 'cairn-donor.service');
  await writeFile(file, text);
  const checked = spawnSync('systemd-analyze', ['--user', 'verify', '--man=no', file], {
    encoding: 'utf8',
    env: { ...process.env, XDG_RUNTIME_DIR: folder.path },
  });
  // Where there is no systemd, the text alone is what can be tested.
  if (checked.error !== undefined) return;
  expect(checked.stderr).not.toContain('cairn-donor.service:');
});

test('writes a launch agent in which nothing of a path is markup', async () => {
  await using folder = await temporaryFolder();
  const { path, text, start } = serviceDefinition(COMMAND, 'darwin', {});
  expect(path).toMatch(/\/Library\/LaunchAgents\/cairn\.donor\.plist$/u);
  expect(start[0]).toContain(`'${path}'`);
  expect(text).toContain('<string>/a "b" \\c/100% $HOME/&lt;bin&gt;&amp;.js</string>');
  const file = join(folder.path, 'agent.plist');
  await writeFile(file, text);
  const python = [
    '-c',
    'import plistlib,sys,json; print(json.dumps(plistlib.load(open(sys.argv[1],"rb"))))',
    file,
  ];
  const read = spawnSync('python3', python, { encoding: 'utf8' });
  if (read.error !== undefined) return;
  expect(JSON.parse(read.stdout)).toMatchObject({
    Label: 'cairn.donor',
    ProgramArguments: COMMAND.line,
    RunAtLoad: true,
  });
});

test('refuses what cannot be written down, and systems that it does not know', () => {
  const broken = { ...COMMAND, dataDir: '/a\nExecStartPre=/bin/evil' };
  expect(() => serviceDefinition(broken, 'linux', {})).toThrow('cannot stand in a service');
  const goesOn = { ...COMMAND, dataDir: '/a\\' };
  expect(() => serviceDefinition(goesOn, 'linux', {})).toThrow('cannot stand in a service');
  expect(() => serviceDefinition(COMMAND, 'win32', {})).toThrow('services are not known on win32');
});
