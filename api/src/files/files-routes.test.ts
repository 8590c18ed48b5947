import { downloadContract } from './test/download-contract.js';
import { localStoreUnderTest } from './test/local-store-under-test.js';

downloadContract(localStoreUnderTest);
