import type { DonorSettings } from '../settings/donor-settings.js';
import type { Selection } from './selection.js';

/** What the settings say of whom to work for. */
export function selectionOf({ preferred, onlyPreferred, blocked }: DonorSettings): Selection {
  return {
    preferred: preferred.value,
    onlyPreferred: onlyPreferred.value === 'yes',
    blocked: blocked.value,
  };
}
