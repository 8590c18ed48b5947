import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, ClientError, UsageError } from '@cairn/tui-kit';
import type { Credit } from '../credit/credit.js';
import { findDonorKey } from '../credit/donor-key.js';
import { changeSetting } from '../settings/change-setting.js';
import { loadDonorSettings } from '../settings/donor-settings.js';
import { type CreditFlags, creditOf, placesOf } from './credit-place.js';

/** `cairn-donor nickname`, `nickname NAME` and `nickname --clear`. */
export async function nicknameCommand(
  name: string | undefined,
  flags: CreditFlags & { readonly clear?: boolean },
  context: CliContext,
): Promise<void> {
  const isClearing = flags.clear === true;
  if (name !== undefined && isClearing)
    throw new UsageError('a nickname and --clear were given', { expected: 'one of them' });
  const places = placesOf(flags, context);
  if (name !== undefined || isClearing) await changeSetting({ ...places, flags: {} }, 'nickname', name);
  const { nickname } = await loadDonorSettings(places);
  const wanted = isClearing ? '' : name === undefined ? null : nickname.value;
  const told = await tell(await creditOf(flags, context), wanted, places.dataDir, context.signal);
  const output = context.output(flags);
  output.record({ nickname: nickname.value, from: nickname.origin.name, ...told });
  output.text(sanitizeForTerminal(`${nickname.value ?? 'no nickname'} (${nickname.origin.name})`));
  if (wanted !== null)
    output.text(
      sanitizeForTerminal(
        told.isShown ? 'the server shows it' : `the server does not show it yet: ${told.why}`,
      ),
    );
}

/** What was saved is saved; the server is told now, or by the next work. */
async function tell(
  credit: Credit,
  wanted: string | null,
  dataDir: string,
  signal: AbortSignal,
): Promise<{ readonly isShown?: boolean; readonly why?: string }> {
  if (wanted === null) return {};
  const later = 'it is told after your first accepted proof';
  if ((await findDonorKey(dataDir)) === undefined) return { isShown: false, why: later };
  try {
    await credit.meet(signal);
    return (await credit.tellNickname(signal, wanted)) ? { isShown: true } : { isShown: false, why: later };
  } catch (error) {
    if (!(error instanceof ClientError) || error.code === 'SERVER_KEY_CHANGED') throw error;
    signal.throwIfAborted();
    return { isShown: false, why: error.message };
  }
}
