import { parseInput } from '../parse-input.js';
import { namedPageQuery, pageOptions, pageQuery } from './page.js';

describe('the query of a list', () => {
  it.each([
    [{}, { limit: 20, offset: 0 }],
    [
      { limit: '50', page: '3' },
      { limit: 50, offset: 100 },
    ],
    [{ limit: '1' }, { limit: 1, offset: 0 }],
  ])('%j gives a page', (query, page) => {
    expect(pageOptions(parseInput(pageQuery, query, 'query'))).toMatchObject(page);
  });

  it.each([
    [{ limit: '0' }, 'query.limit'],
    [{ limit: '51' }, 'query.limit: found "51", expected a whole number from 1 to 50'],
    [{ limit: '-1' }, 'query.limit: found "-1", expected a whole number from 1 to 50'],
    [{ limit: '1.5' }, 'query.limit'],
    [{ limit: '' }, 'query.limit: found ""'],
    [{ limit: ['1', '2'] }, 'query.limit: found a list'],
    [{ page: '0' }, 'query.page: found "0", expected a whole number from 1 to 1000000000'],
    [{ page: '99999999999' }, 'query.page'],
  ])('%j is refused', (query, message) => {
    expect(() => parseInput(pageQuery, query, 'query')).toThrow(message);
  });

  it('may carry the beginning of a name', () => {
    expect(parseInput(namedPageQuery, { name_filter: 'a' }, 'query')).toEqual({ name_filter: 'a' });
  });
});
