import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import type { ReactNode } from 'react';
import { useTheme } from '../theme/theme-context.js';
import type { Line } from './line.js';
import { paintLine } from './paint-line.js';
import { readable } from './readable.js';

/** Paints lines, one below the other. */
export function LinesView({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const theme = useTheme();
  const shown = useIsScreenReaderEnabled() ? readable(lines) : lines;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its row
        <Text key={row} wrap="truncate">
          {paintLine(line, theme) || ' '}
        </Text>
      ))}
    </Box>
  );
}
