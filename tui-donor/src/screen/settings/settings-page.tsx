import {
  bind,
  LinesView,
  panel,
  useBodySize,
  useClock,
  useCopy,
  useLayer,
  useList,
  useScroll,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo, useState } from 'react';
import { dataDirOf } from '../../cli/parse-run-flags.js';
import type { SessionView } from '../work/session-view.js';
import { layoutSettings } from './layout-settings.js';
import { SETTING_COLUMNS } from './setting-columns.js';
import { SettingEditor } from './setting-editor.js';
import { settingLines } from './setting-lines.js';
import { rowOf, type SettingRow, snoozeRow } from './setting-row.js';
import { SETTINGS_COMMANDS } from './settings-commands.js';
import { type SettingActions, useSettingActions } from './use-setting-actions.js';

const keyOf = ({ key }: SettingRow): string => key;

interface Editing {
  readonly key: string;
  /** Each time one begins anew. */
  readonly attempt: number;
  readonly refused: { readonly text: string; readonly problem: string } | undefined;
}

/** Every limit, explained, changed in place, and in force at once. */
export function SettingsPage({ view }: { readonly view: SessionView }): ReactNode {
  const rows = useRows(view);
  const { width, height } = useBodySize();
  const { listHeight, detailHeight } = layoutSettings(height, rows.length);
  const actions = useSettingActions(view);
  const [editing, setEditing] = useState<Editing>();
  const [isReading, setReading] = useState(false);
  const list = useList({
    ...{ rows, keyOf, columns: SETTING_COLUMNS, width: width - 4, height: listHeight - 2 },
    focused: !isReading && editing === undefined,
  });
  const row = editing === undefined ? list.selected : rows.find(({ key }) => key === editing.key);
  const onEdit = (key: string): void => setEditing({ key, attempt: 0, refused: undefined });
  useSettingKeys({ row, actions, onEdit, onOther: () => setReading((before) => !before) });
  const end = async (text: string | undefined): Promise<void> => {
    if (text === undefined || row === undefined || editing === undefined) return setEditing(undefined);
    const problem = await actions.save(row, text);
    const { key, attempt } = editing;
    setEditing(problem === undefined ? undefined : { key, attempt: attempt + 1, refused: { text, problem } });
  };
  const frame = { title: 'Settings', width, height: listHeight, focused: !isReading, note: list.note };
  const size = { width, height: detailHeight };
  return (
    <>
      <LinesView lines={panel(list.lines, frame)} />
      {editing !== undefined && row !== undefined ? (
        <SettingEditor
          key={editing.attempt}
          {...{ row, refused: editing.refused, ...size }}
          onEnd={(text) => void end(text)}
        />
      ) : (
        <SettingDetail {...{ row, isReading, ...size }} />
      )}
    </>
  );
}

function useRows(view: SessionView): readonly SettingRow[] {
  const settings = useValue(view.settings);
  const control = useValue(view.control);
  const at = useClock(control.snoozedUntil !== undefined);
  const { dataDir } = view.session;
  // The commands that are copied look there by themselves.
  const folder = dataDir === dataDirOf({}, process.env) ? undefined : dataDir;
  return useMemo(
    () => [...settings.map((shown) => rowOf(shown, folder)), snoozeRow(control, at, folder)],
    [settings, control, at, folder],
  );
}

interface Keys {
  readonly row: SettingRow | undefined;
  readonly actions: SettingActions;
  readonly onEdit: (key: string) => void;
  readonly onOther: () => void;
}

function useSettingKeys({ row, actions, onEdit, onOther }: Keys): void {
  const copy = useCopy();
  useLayer('page', {
    bindings: [
      ...(row === undefined ? [] : [bind(SETTINGS_COMMANDS.edit, () => onEdit(row.key))]),
      ...(row?.saved === undefined ? [] : [bind(SETTINGS_COMMANDS.unset, () => void actions.forget(row))]),
      bind(SETTINGS_COMMANDS.other, onOther),
      ...(row === undefined ? [] : [bind(SETTINGS_COMMANDS.copy, () => copy(row.command, 'the command'))]),
      bind(SETTINGS_COMMANDS.reload, () => void actions.reload()),
    ],
  });
}

interface DetailProps {
  readonly row: SettingRow | undefined;
  readonly isReading: boolean;
  readonly width: number;
  readonly height: number;
}

/** What the setting under the cursor does, takes and comes from. */
function SettingDetail({ row, isReading, width, height }: DetailProps): ReactNode {
  const all = row === undefined ? [] : settingLines(row, width - 4);
  const { lines, bindings, note } = useScroll(all, height - 2);
  useLayer('pane', isReading ? { bindings } : undefined);
  const frame = { title: row?.key ?? 'No match', width, height, focused: isReading, note };
  return <LinesView lines={panel(lines, frame)} />;
}
