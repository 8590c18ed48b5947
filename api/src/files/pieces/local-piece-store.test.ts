import { localStoreUnderTest } from '../test/local-store-under-test.js';
import { pieceStoreContract } from '../test/piece-store-contract.js';

pieceStoreContract(localStoreUnderTest);
