import { type CliContext, formatCount, formatTable } from '@cairn/tui-kit';
import { markText } from '../selection/mark-text.js';
import { rejectsText } from '../selection/rejects-text.js';
import { selectionOf } from '../selection/selection-of.js';
import type { Target } from '../selection/target.js';
import { DonorApi } from '../server/donor-api.js';
import { type DonorSettings, loadDonorSettings } from '../settings/donor-settings.js';
import { placesOf } from './config-command.js';
import type { ControlFlags } from './control-flags.js';
import { dataDirOf } from './parse-run-flags.js';

/** `cairn-donor browse`: the organizations of the server; with an organization's id, its programs. */
export async function browseCommand(
  organizationId: string | undefined,
  flags: ControlFlags,
  context: CliContext,
): Promise<void> {
  const places = placesOf(dataDirOf(flags, context.world.env), context, flags);
  const settings = await loadDonorSettings(places);
  const api = new DonorApi({ serverUrl: settings.server.value });
  const output = context.output(flags);
  // Nothing is shown before all is there: large pages at once.
  const sizes = { first: settings.maxPageSize.value, further: settings.maxPageSize.value };
  if (organizationId === undefined) {
    const organizations = await api.browseOrganizations(sizes, context.signal);
    output.record({ organizations });
    output.text(formatTable(organizationColumns(settings), organizations));
  } else {
    const programs = await api.browsePrograms(organizationId, sizes, context.signal);
    output.record({ programs });
    output.text(formatTable(programColumns(settings), programs));
  }
}

type Organization = Awaited<ReturnType<DonorApi['browseOrganizations']>>[number];
type Program = Awaited<ReturnType<DonorApi['browsePrograms']>>[number];

function organizationColumns(settings: DonorSettings) {
  return [
    { title: 'id', value: ({ id }: Organization) => id },
    mark<Organization>(settings, 'organization'),
    { title: 'organization', value: ({ name }: Organization) => name, maxWidth: 40 },
    { title: 'programs', value: ({ programCount }: Organization) => formatCount(programCount) },
    { title: 'rejects', value: ({ decisions }: Organization) => rejectsText(decisions) },
    { title: 'description', value: ({ description }: Organization) => description, maxWidth: 60 },
  ];
}

function programColumns(settings: DonorSettings) {
  return [
    { title: 'id', value: ({ id }: Program) => id },
    mark<Program>(settings, 'program'),
    { title: 'program', value: ({ name }: Program) => name, maxWidth: 40 },
    {
      title: 'work left',
      value: ({ groupCounts: { available, executed } }: Program) => formatCount(available + executed),
    },
    { title: 'rejects', value: ({ decisions }: Program) => rejectsText(decisions) },
    { title: 'description', value: ({ description }: Program) => description, maxWidth: 60 },
  ];
}

function mark<Row extends { readonly id: string }>(settings: DonorSettings, kind: Target['kind']) {
  const selection = selectionOf(settings);
  return { title: 'wanted', value: ({ id }: Row) => markText(selection, { kind, id }) };
}
