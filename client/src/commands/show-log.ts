import type { Command } from './command.js';

export const showLog: Command = { id: 'showLog', run: ({ channel }) => channel.show() };
