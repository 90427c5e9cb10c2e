import type { BuildOptions } from 'esbuild';

export declare const nodeBundle: BuildOptions;
export declare function serverBundle(outfile: string): BuildOptions;
