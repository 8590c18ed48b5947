import { Box, useWindowSize } from 'ink';
import { type ReactNode, useContext } from 'react';
import { bind } from '../keys/command.js';
import { useCommands } from '../keys/use-commands.js';
import { KeyLayersContext, useLayer } from '../keys/use-layer.js';
import { cutLine } from '../lines/fit-line.js';
import { type Line, line } from '../lines/line.js';
import { LinesView } from '../lines/lines-view.js';
import { Palette } from '../palette/palette.js';
import { footerLine } from './footer-line.js';
import { headerLines, type Tab } from './header-lines.js';
import { helpLines } from './help-lines.js';
import { NoticeContext } from './notice.js';
import { OverlaysContext, type Question } from './overlays.js';
import { SCREEN_COMMANDS } from './screen-commands.js';
import { ScrollPopup } from './scroll-popup.js';
import { tooSmall } from './too-small.js';
import { useNotices } from './use-notices.js';
import { useOverlayStack } from './use-overlays.js';

export interface ScreenShellProps {
  readonly program: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onTab: (name: string) => void;
  readonly crumbs: readonly string[];
  readonly status: Line;
  readonly onTheme: () => void;
  readonly onQuit: () => void;
  /** What is asked first; undefined where nothing is lost. */
  readonly quitQuestion?: () => Question | undefined;
  readonly onInterrupt: () => void;
  /** The page; it has `bodySize` to itself. */
  readonly children: ReactNode;
}

const AROUND_BODY = 3;

/** Room for the page of a screen. */
export function useBodySize(): { readonly width: number; readonly height: number } {
  const { columns, rows } = useWindowSize();
  return { width: columns, height: Math.max(1, rows - AROUND_BODY) };
}

/** Header, page, footer, and what is laid over them. */
export function ScreenShell(props: ScreenShellProps): ReactNode {
  const { columns, rows } = useWindowSize();
  const { overlays, stack } = useOverlayStack();
  const { shown, notice } = useNotices();
  const layers = useContext(KeyLayersContext);
  const commands = useCommands();
  const openPalette = (): void => {
    overlays.show((close) => (
      <Palette
        commands={layers.commands()}
        onChoice={(command) => {
          close();
          if (command !== undefined) layers.run(command);
        }}
      />
    ));
  };
  const quit = async (): Promise<void> => {
    const question = props.quitQuestion?.();
    if (question === undefined || (await overlays.confirm(question))) props.onQuit();
  };
  const openHelp = (): void => {
    const lines = helpLines(layers.commands());
    overlays.show((close) => <ScrollPopup title="Keys" lines={() => lines} width={56} onClose={close} />);
  };
  useLayer('screen', {
    bindings: [
      ...props.tabs.map(({ name, command }) => bind(command, () => props.onTab(name))),
      bind(SCREEN_COMMANDS.palette, openPalette),
      bind(SCREEN_COMMANDS.theme, props.onTheme),
      bind(SCREEN_COMMANDS.help, openHelp),
      bind(SCREEN_COMMANDS.quit, quit),
    ],
  });
  useLayer('interrupt', {
    bindings: [
      bind(SCREEN_COMMANDS.interrupt, props.onInterrupt),
      // To all that the shell has started with it, as the terminal itself does it.
      bind(SCREEN_COMMANDS.suspend, () => process.kill(0, 'SIGTSTP')),
    ],
  });
  const small = tooSmall(columns, rows);
  const header = headerLines({ ...props, width: columns });
  const footer = shown === undefined ? footerLine(commands, columns - 2) : line(shown, { tone: 'accent' });
  return (
    <NoticeContext.Provider value={notice}>
      <OverlaysContext.Provider value={overlays}>
        <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
          {small === undefined ? (
            <LinesView lines={header} />
          ) : (
            <LinesView lines={[cutLine(small, columns)]} />
          )}
          {/* Hidden, not taken away: it keeps its state while the window is small. */}
          <Box
            display={small === undefined ? 'flex' : 'none'}
            flexDirection="column"
            height={rows - AROUND_BODY}
            flexShrink={0}
            overflow="hidden"
          >
            {props.children}
          </Box>
          {small === undefined && <LinesView lines={[[{ text: ' ' }, ...cutLine(footer, columns - 2)]]} />}
          {small === undefined && stack}
        </Box>
      </OverlaysContext.Provider>
    </NoticeContext.Provider>
  );
}
