import { runCli } from '../cli/run-cli.js';

/** Runs one command line in this process, and catches what it writes. */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = { LANG: 'en_US.UTF-8' },
  isTTY = false,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    isTTY,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await runCli(args, { stdout: stream('stdout'), stderr: stream('stderr'), env });
  return { code, ...written };
}
