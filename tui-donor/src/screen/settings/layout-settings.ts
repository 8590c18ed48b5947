/** How the page Settings shares its room, in lines with the frames. */
export interface SettingsLayout {
  readonly listHeight: number;
  readonly detailHeight: number;
}

const FRAME = 2;
const HEAD = 1;
const LEAST_LIST = 6;
const MOST_DETAIL = 14;

/** The list has a line for each row where there is room for what is told of one, too. */
export function layoutSettings(height: number, rows: number): SettingsLayout {
  const wanted = rows + HEAD + FRAME;
  const detailHeight = Math.min(MOST_DETAIL, Math.max(Math.ceil(height / 2), height - wanted));
  const listHeight = Math.max(LEAST_LIST, height - detailHeight);
  return { listHeight, detailHeight: height - listHeight };
}
