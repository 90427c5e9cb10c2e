import type { Plugin } from 'esbuild';

export declare const UNUSED: ReadonlyMap<string, string>;
export declare const clientInUse: Plugin;
