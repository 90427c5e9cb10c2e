import type { BuildOptions } from 'esbuild';

export declare const nodeBundle: BuildOptions;
export declare function serverBundle(outfile: string): BuildOptions;
export declare function cliBundle(outfile: string): BuildOptions;
export declare function exportBundle(outfile: string): BuildOptions;
