import { uploadContract } from './test/upload-contract.js';

describe('an upload with the pieces in a folder', () => uploadContract(async () => ({})));
