import { operatorOperation } from '../access/guarded-operation.js';
import { SERVER_SETTINGS_ID, ServerSettings } from './server-settings.entity.js';

/** Opens registration for everybody, or closes it. It holds at once, for every process of the server. */
export const setRegistration = operatorOperation(
  'setRegistration',
  async ({ em }, { open }: { open: boolean }): Promise<void> => {
    await em.upsert(ServerSettings, { id: SERVER_SETTINGS_ID, registrationClosed: !open });
  },
);
