import type { Plugin } from 'esbuild';

export declare const withoutPages: Plugin;
