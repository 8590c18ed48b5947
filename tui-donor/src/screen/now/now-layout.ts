/** How the page Now shares its room, in cells with the frames. */
export interface NowLayout {
  readonly workWidth: number;
  readonly workHeight: number;
  /** 0 where there is no room for it. */
  readonly cairnWidth: number;
  readonly chartHeight: number;
  /** 0 where there is no room for it. */
  readonly toldHeight: number;
}

const WORK_HEIGHT = 8;
const CAIRN_WIDTH = 24;
const WIDE = 80;
const MOST_CHART = 16;
const LEAST_TOLD = 4;
const LEAST_CHART = 5;

/** The work always has its lines; charts come before what happened lately, and neither is stretched without need. */
export function layoutNow(width: number, height: number): NowLayout {
  const cairnWidth = width >= WIDE ? CAIRN_WIDTH : 0;
  const rest = height - WORK_HEIGHT;
  const chartHeight = rest < LEAST_CHART + LEAST_TOLD ? rest : Math.min(MOST_CHART, Math.ceil(rest * 0.6));
  return {
    workWidth: width - cairnWidth,
    workHeight: WORK_HEIGHT,
    cairnWidth,
    chartHeight,
    toldHeight: rest - chartHeight,
  };
}
