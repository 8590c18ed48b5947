/** Streams that keep what is written, and a world around a command for tests. */
export function captureOutput(env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string): void => {
      written[name] += text;
    },
  });
  return { written, world: { stdout: stream('stdout'), stderr: stream('stderr'), env } };
}
