import { type S3StoreUnderTest, s3StoreUnderTest } from '../files/s3/test/s3-store-under-test.js';
import { needsService } from '../test/services.js';
import { uploadContract } from './test/upload-contract.js';

needsService('s3');

let store: S3StoreUnderTest;

beforeEach(async () => {
  store = await s3StoreUnderTest();
});
afterEach(() => store[Symbol.asyncDispose]());

describe('an upload with the pieces in a bucket', () => uploadContract(async () => ({ files: store.place })));
