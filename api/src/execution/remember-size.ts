import type { EntityManager } from '@mikro-orm/sql';
import { Program } from '../program/program.entity.js';

/**
 * Writes down what a stored execution of a program takes: programs whose organization has no room for one more are not
 * given out to be executed. One that was refused says nothing of the others, and may be padded by its sender: for its
 * sake nobody is kept from executing what fits. Sizes that differ little are not written each time.
 */
export async function rememberSize(em: EntityManager, { id, executionBytes }: Program, size: number) {
  if (size <= executionBytes && size > executionBytes / 2) return;
  await em.nativeUpdate(Program, id, { executionBytes: size });
}
