import { csvCell, csvRow, neutralizeCell } from './csv-cell.js';

describe('CSV cells', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r1', '＝1', '\u0000=1'])(
    'neutralises %j',
    (text) => {
      expect(neutralizeCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['a=1', 'fold', '', '1-2', "'x"])('leaves %j', (text) => {
    expect(neutralizeCell(text)).toBe(text);
  });

  it('leaves numbers as numbers, also negative ones', () => {
    expect(csvRow([-5, -7n, true, null, undefined])).toBe('-5,-7,true,,');
  });

  it('quotes what needs quotes', () => {
    expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"');
    expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
  });
});
