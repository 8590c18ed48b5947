import { setTimeout as pause } from 'node:timers/promises';
import { sanitizeForTerminal } from '@cairn/shared-schema';
import { type CliContext, ExitCode, type Output } from '@cairn/tui-kit';
import { checkClock } from '../doctor/checks/check-clock.js';
import { checkDataDir } from '../doctor/checks/check-data-dir.js';
import { checkGovernor } from '../doctor/checks/check-governor.js';
import { checkMemory } from '../doctor/checks/check-memory.js';
import { checkNode } from '../doctor/checks/check-node.js';
import { checkProver } from '../doctor/checks/check-prover.js';
import { checkServer } from '../doctor/checks/check-server.js';
import type { Finding, Patient } from '../doctor/finding.js';
import { minuteOfWeek } from '../governor/hours/week-hours.js';
import type { Sample } from '../governor/sample.js';
import { samplerFor } from '../governor/samplers/sampler-for.js';
import { CONFIG_FILE } from '../settings/config-file.js';
import { type DonorSettings, loadDonorSettings } from '../settings/donor-settings.js';
import { governorSettingsOf } from '../settings/governor-settings-of.js';
import type { ControlFlags } from './control-flags.js';
import { dataDirOf } from './parse-run-flags.js';

/** `cairn-donor doctor`: exit code 1 when something has to be mended. */
export async function doctorCommand(
  flags: ControlFlags & { readonly server?: string },
  context: CliContext,
): Promise<void> {
  const { env } = context.world;
  const dataDir = dataDirOf(flags, env);
  const settings = await loadDonorSettings({ flags, env, dataDir, configFile: CONFIG_FILE });
  const serverUrl = settings.server.value;
  const patient = { serverUrl, dataDir, env, maxMemory: settings.maxMemory.value, signal: context.signal };
  const output = context.output(flags);
  let isWell = true;
  for (const check of checks(settings, patient)) {
    const finding = await check();
    tell(output, finding);
    isWell &&= finding.verdict !== 'problem';
  }
  if (!isWell) context.exitWith(ExitCode.notSo);
}

function checks(settings: DonorSettings, patient: Patient): (() => Finding | Promise<Finding>)[] {
  return [
    checkNode,
    checkProver,
    async () => checkMemory(patient, process.availableMemory()),
    () => checkDataDir(patient),
    () => checkServer(patient),
    () => checkClock(patient),
    async () => checkGovernor(governorSettingsOf(settings), await sampleNow(settings, patient)),
  ];
}

/** Over so many milliseconds it is measured what other programs use: processors are counted in hundredths of a second. */
const MEASURE_MS = 1000;

/** Two measurements: what other programs use is known from the second on. */
async function sampleNow(
  { pauseFor }: DonorSettings,
  { env, signal }: Pick<Patient, 'env' | 'signal'>,
): Promise<Sample> {
  const sampler = samplerFor(process.platform, env);
  await sampler.measure(pauseFor.value);
  await pause(MEASURE_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
  const measured = await sampler.measure(pauseFor.value);
  const now = new Date();
  return { ...measured, at: performance.now(), time: now.getTime(), minuteOfWeek: minuteOfWeek(now) };
}

const SIGNS = { good: 'ok', hint: 'note', problem: 'PROBLEM' } as const;

function tell(output: Output, finding: Finding): void {
  output.record(finding);
  const { check, verdict, found, help } = finding;
  output.text(sanitizeForTerminal(`${SIGNS[verdict].padEnd(8)} ${check}: ${found}`));
  if (help !== undefined && help !== '') output.text(sanitizeForTerminal(`         do this: ${help}`));
}
