import { TestBucket } from '../files/s3/test/test-bucket.js';
import { bucketSettings } from '../test/bucket-settings.js';
import { needsService } from '../test/services.js';
import { tempFolder } from '../test/temp-folder.js';
import { restartContract } from './test/restart-contract.js';

needsService('s3');

describe('a server that is restarted over a bucket', () => {
  restartContract(async () => {
    const folder = await tempFolder();
    const bucket = await TestBucket.make();
    return {
      folder: folder.path,
      env: await bucketSettings(folder.path, bucket),
      [Symbol.asyncDispose]: async () => {
        await bucket[Symbol.asyncDispose]();
        await folder[Symbol.asyncDispose]();
      },
    };
  });
});
