import { HeadBucketCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.js';

/**
 * What the store's clock shows, to the second. The ages of objects are told by it, whatever this machine's clock shows.
 * @throws Error when the store does not tell
 */
export async function storeTime({ client, name }: Bucket): Promise<Date> {
  const command = new HeadBucketCommand({ Bucket: name });
  let told: string | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      told = (answer.response as { headers?: Record<string, string> }).headers?.date;
      return answer;
    },
    { step: 'deserialize', name: 'readDate' },
  );
  await client.send(command);
  const time = Date.parse(told ?? '');
  if (Number.isFinite(time)) return new Date(time);
  throw new Error(
    `The file store does not tell the time: expected a header "date" in its answers, found ${JSON.stringify(told)}.`,
  );
}
