import type { OwnEntityManager } from './own-entity-manager.js';
import { RequestView } from './request-view.js';

it('shows one moment until it is renewed', async () => {
  let ticks = 0;
  let cleared = 0;
  const clear = () => {
    cleared += 1;
  };
  const now = async () => {
    ticks += 1;
    return new Date(ticks);
  };
  const view = new RequestView({ clear } as unknown as OwnEntityManager, { now });
  expect(await view.now()).toEqual(new Date(1));
  expect(await view.now()).toEqual(new Date(1));
  expect(await view.once('owner', async () => 'ada')).toBe('ada');
  expect(await view.once('owner', async () => 'grace')).toBe('ada');
  view.renew();
  expect(cleared).toBe(1);
  expect(await view.now()).toEqual(new Date(2));
  expect(await view.once('owner', async () => 'grace')).toBe('grace');
});
