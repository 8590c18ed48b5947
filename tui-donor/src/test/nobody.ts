import { answeringServer } from '@cairn/tui-kit/test';

/** An address where nobody listens. */
export async function nobody(): Promise<string> {
  await using server = await answeringServer(() => {});
  return server.url;
}
