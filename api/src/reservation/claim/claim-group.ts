import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../../database/dialect.js';
import type { Claim, Claimed } from './claim.js';
import { claimOnMysql } from './claim-on-mysql.js';
import { claimOnSqlite } from './claim-on-sqlite.js';

/** Takes a free group, inside the caller's transaction; undefined when there is none. Nobody else can get the same one. */
export function claimGroup(em: EntityManager, claim: Claim): Promise<Claimed | undefined> {
  return dialectOf(em) === 'sqlite' ? claimOnSqlite(em, claim) : claimOnMysql(em, claim);
}
