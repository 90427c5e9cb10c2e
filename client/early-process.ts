import * as path from 'node:path';
import { startProcess } from './server-process.ts';

/** The server's process. It begins when this is read, ahead of the library that speaks to it: that takes as long to load as Node takes to start. */
export const earlyProcess = startProcess(path.join(__dirname, 'server.js'));
