import { dataDir, serverDir } from './data-dir.js';

describe('dataDir', () => {
  const env = { CAIRN_ORG_DIR: '/env', XDG_DATA_HOME: '/xdg' };

  it('prefers the flag, then CAIRN_ORG_DIR, then XDG_DATA_HOME, then the home folder', () => {
    expect(dataDir({ flag: '/flag', env, home: '/home/u' })).toBe('/flag');
    expect(dataDir({ env, home: '/home/u' })).toBe('/env');
    expect(dataDir({ env: { XDG_DATA_HOME: '/xdg' }, home: '/home/u' })).toBe('/xdg/cairn/org');
    expect(dataDir({ env: {}, home: '/home/u' })).toBe('/home/u/.local/share/cairn/org');
  });

  it('treats an empty setting as none', () => {
    expect(dataDir({ flag: '', env: { CAIRN_ORG_DIR: '' }, home: '/home/u' })).toBe(
      '/home/u/.local/share/cairn/org',
    );
  });
});

describe('serverDir', () => {
  it('is the same for an address with and without a closing slash', () => {
    expect(serverDir('/d', 'http://localhost:8080/')).toBe(serverDir('/d', 'http://localhost:8080'));
  });

  it('keeps servers apart whose readable names are the same', () => {
    expect(serverDir('/d', 'http://a.org/x')).not.toBe(serverDir('/d', 'https://a.org/x'));
    expect(serverDir('/d', 'http://a.org:80/x')).toBe(serverDir('/d', 'http://a.org/x'));
  });

  it('stays inside the data directory whatever the address', () => {
    expect(serverDir('/d', 'http://h/../../etc')).toMatch(/^\/d\/servers\/h_etc-[0-9a-f]{10}$/);
  });
});
