import type { Command } from 'commander';
import type { Host } from '../host.ts';

/** A command puts itself into the program, and says how it ended by handing over an exit code. */
export type Register = (program: Command, host: Host, exit: (code: number) => void) => void;
