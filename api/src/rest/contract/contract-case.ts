import type { ErrorCode } from '@cairn/shared-schema';
import type { RestClient } from '../test/rest-client.js';
import type { ContractWorld } from './contract-world.js';

/** A request that comes out in one way. It is sent by `as`; what it needs in the world it makes there. */
export type Send = (as: RestClient, world: ContractWorld) => Promise<Response>;

/** The requests of one operation: the one that goes well, and one for each error that is its own. */
export interface ContractCases {
  /** What the world needs before the request goes well. */
  readonly prepare?: (world: ContractWorld) => Promise<unknown>;
  readonly success: Send;
  /** In the order in which one world sees them: what changes it for the others comes last. */
  readonly errors: Partial<Record<ErrorCode, Send>>;
}

/** Cases by operation id. */
export type CaseTable = Readonly<Record<string, ContractCases>>;

/** How a request came out: `success`, or the code of its error. */
export async function outcomeOf(response: Response): Promise<string> {
  if (response.status === 200) return 'success';
  const { error_code: code } = (await response.json()) as { error_code: string };
  return code;
}
