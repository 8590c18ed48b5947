import type { EntityManager } from '@mikro-orm/sql';
import { dialectOf } from '../../database/dialect.js';
import { Program } from '../../program/program.entity.js';

/**
 * Writes down that a program was served. Where other claims of the same program run beside this one, one of them does
 * it: to wait for its commit would let one claim at a time through.
 */
export async function serveProgram(em: EntityManager, id: string, now: Date): Promise<void> {
  if (dialectOf(em) === 'mysql') {
    const rows = await em.execute<object[]>('select id from program where id = ? for update skip locked', [
      id,
    ]);
    if (rows.length === 0) return;
  }
  await em.nativeUpdate(Program, { id, lastReservedAt: { $lt: now } }, { lastReservedAt: now });
}
