import { tempFolder } from '../test/temp-folder.js';
import { restartContract } from './test/restart-contract.js';

describe('a server that is restarted over a folder', () => {
  restartContract(async () => {
    const folder = await tempFolder();
    return {
      folder: folder.path,
      env: {},
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  });
});
