import { readCpus } from '@cairn/tui-kit';
import { checkValue } from '../settings/check-value.js';
import { showSettings } from '../settings/show-settings.js';
import type { ControlAnswers, ControlRequest } from './protocol.js';
import type { SteerableDonor } from './steerable-donor.js';

/**
 * Does what was asked of a running donor.
 * @throws ClientError where that cannot be done
 */
export async function answerRequest(
  donor: SteerableDonor,
  request: ControlRequest,
): Promise<ControlAnswers[keyof ControlAnswers]> {
  switch (request.do) {
    case 'config':
      return showSettings(donor.settings);
    case 'reload':
      await donor.reload();
      return showSettings(donor.settings);
    case 'pause':
    case 'resume':
    case 'finish':
      donor[request.do]();
      break;
    case 'snooze':
      donor.snooze(request.seconds);
      break;
    case 'cap':
      if (request.cpus !== null)
        checkValue({ key: 'the cap', read: (found) => readCpus(found) }, `${request.cpus}`);
      donor.cap(request.cpus);
  }
  return donor.status();
}
