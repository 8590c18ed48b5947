import { invalidField, PAGE_SIZE } from '@cairn/shared-schema';
import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { Connection } from './connection.js';
import type { ListOrder } from './list-order.js';

/** Which page is asked for. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly order?: ListOrder | null;
}

/**
 * One page of the rows that the filter lets through, in the order of their ids, which is the order of creation,
 * or the other way round. A cursor is the id before the page: rows that come or go meanwhile never shift a page.
 * @throws DomainError INVALID_REQUEST for a page size or a cursor that cannot be.
 */
export async function listPage<Row extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Row>,
  filter: FilterQuery<Row>,
  page: PageRequest,
): Promise<Connection<Row>> {
  const first = pageSize(page.first);
  const after = page.after == null ? undefined : readCursor(page.after);
  const newest = page.order === 'NEWEST';
  const beyond = { id: newest ? { $lt: after } : { $gt: after } } as unknown as FilterQuery<Row>;
  const where = after === undefined ? filter : ({ $and: [filter, beyond] } as unknown as FilterQuery<Row>);
  const [rows, totalCount] = await Promise.all([
    em.find(entity, where, { limit: first + 1, orderBy: [{ id: newest ? 'desc' : 'asc' }] as never }),
    em.count(entity, filter),
  ]);
  const nodes = rows.slice(0, first) as Row[];
  const edges = nodes.map((node) => ({ cursor: makeCursor(node.id), node }));
  return {
    totalCount,
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function pageSize(first: number | null | undefined): number {
  if (first == null) return PAGE_SIZE.default;
  const { min, max } = PAGE_SIZE;
  if (first >= min && first <= max) return first;
  throw invalidField('first', String(first), `${min} to ${max}`);
}

function makeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor.slice(0, 64), 'base64url').toString('latin1');
  if (/^[0-9a-f-]{36}$/u.test(id)) return id;
  throw invalidField('after', JSON.stringify(cursor.slice(0, 64)), 'a cursor from an earlier page');
}
