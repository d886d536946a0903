import type { Command } from './index.js';

export const showLog: Command = { id: 'showLog', run: ({ channel }) => channel.show() };
