import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { DonorProcess } from '../test/donor-process.js';

/** `cairn-donor service` with a home of its own. */
async function service(home: string, words: string[], exitCode = 0, env: Record<string, string> = {}) {
  const variables = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'conf'),
    EXECUTOR_CPUS: '',
    CAIRN_PROVER: '',
    ...env,
  };
  const dataDir = join(home, 'my data');
  const command = new DonorProcess(['service', ...words, '--json', '--data-dir', dataDir], variables);
  await command.end(exitCode);
  return { said: command.lines[0] as Record<string, unknown> | undefined, stderr: command.stderr };
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('installs, tells how it stands, and removes what it installed', async () => {
  await using home = await temporaryFolder();
  const path = join(home.path, 'conf', 'systemd', 'user', 'cairn-donor.service');
  expect((await service(home.path, ['status'], 1)).said).toMatchObject({ file: 'missing', path });
  const { said } = await service(home.path, ['install'], 0, {
    EXECUTOR_CPUS: '1',
    CAIRN_PROVER: '/opt/prover',
  });
  expect(said).toMatchObject({
    installed: true,
    path,
    next: [
      'systemctl --user daemon-reload',
      'systemctl --user enable --now cairn-donor.service',
      expect.any(String),
    ],
    notTakenAlong: ['executor_cpus', 'CAIRN_PROVER'],
  });
  expect(await readFile(path, 'utf8')).toContain(
    `"run" "--wait" "--data-dir" "${join(home.path, 'my data')}"\n`,
  );
  expect((await service(home.path, ['status'])).said).toMatchObject({ file: 'current' });
  expect((await service(home.path, ['uninstall'])).said).toMatchObject({ removed: true });
  await expect(stat(path)).rejects.toThrow('ENOENT');
  expect((await service(home.path, ['uninstall'])).said).toMatchObject({ removed: false, next: [] });
});

onLinux('only prints with --dry-run', async () => {
  await using home = await temporaryFolder();
  const { said } = await service(home.path, ['install', '--dry-run']);
  expect(said).toMatchObject({ installed: false, text: expect.stringContaining('[Service]') });
  await expect(stat(join(home.path, 'conf'))).rejects.toThrow('ENOENT');
});

onLinux('leaves a file alone that is not its own', async () => {
  await using home = await temporaryFolder();
  const path = join(home.path, 'conf', 'systemd', 'user', 'cairn-donor.service');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '[Unit]\n');
  for (const word of ['install', 'uninstall']) {
    expect((await service(home.path, [word], 2)).stderr).toContain('was not written by cairn-donor');
  }
  expect(await readFile(path, 'utf8')).toBe('[Unit]\n');
});
