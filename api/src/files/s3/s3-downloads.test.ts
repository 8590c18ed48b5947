import { needsService } from '../../test/services.js';
import { downloadContract } from '../test/download-contract.js';
import { s3StoreUnderTest } from './test/s3-store-under-test.js';

needsService('s3');

downloadContract(s3StoreUnderTest);
