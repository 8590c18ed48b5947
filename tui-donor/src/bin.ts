#!/usr/bin/env node
import { startClient } from '@cairn/tui-kit/start';

await startClient(import.meta.url, () => import('./main.js'));
