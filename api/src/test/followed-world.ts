import { ProvenWorld } from './proven-world.js';
import { Subscriber } from './subscriber.js';

/** What each test of a file begins with. */
export interface FollowedWorld {
  readonly world: ProvenWorld;
  /** A connection to the world's server. */
  readonly subscriber: Subscriber;
}

/** Makes a world and a connection to it before each test of this file, the organization's or anybody's; both end with it. */
export function followedWorld(who: 'anyone' | 'owner' = 'anyone'): FollowedWorld {
  const here = {} as { world: ProvenWorld; subscriber: Subscriber };

  beforeEach(async () => {
    here.world = await ProvenWorld.make();
    const { token } = here.world.session.basicToken;
    here.subscriber = new Subscriber(here.world.server, who === 'owner' ? token : undefined);
  });

  afterEach(async () => {
    await here.subscriber[Symbol.asyncDispose]();
    await here.world[Symbol.asyncDispose]();
  });

  return here;
}
