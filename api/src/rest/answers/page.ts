import { PAGE_SIZE } from '@cairn/shared-schema';
import { z } from 'zod';

/** Pages beyond this one cannot hold anything. */
const MAX_PAGE = 1_000_000_000;

/** A whole number in a query, written in digits. */
function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/u)
    .transform(Number)
    .pipe(z.int().min(min).max(max));
}

/** Query of every list. */
export const pageQuery = z.object({
  limit: wholeNumber(PAGE_SIZE.min, PAGE_SIZE.max).optional().describe('Elements on a page'),
  page: wholeNumber(1, MAX_PAGE).optional().describe('Page, from 1'),
});

/** Query of a list that can be narrowed down by the beginning of the name. */
export const namedPageQuery = pageQuery.extend({
  name_filter: z.string().max(200).optional().describe('Beginning of the name, compared without case'),
});

/** Number of all elements, without pagination. */
export const totalElements = z.int().min(0).describe('Elements without pagination');

/** Offset and limit of a page, oldest first. */
export function pageOptions({ limit = PAGE_SIZE.default, page = 1 }: z.infer<typeof pageQuery>) {
  return { limit, offset: (page - 1) * limit, orderBy: { id: 'asc' } } as const;
}
