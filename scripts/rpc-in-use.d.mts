import type { Plugin } from 'esbuild';

export declare const IN_USE: ReadonlySet<string>;
export declare const rpcInUse: Plugin;
