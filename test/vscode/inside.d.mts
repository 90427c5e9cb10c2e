export declare function runInside(window: {
  readonly extension: string;
  readonly tests: string;
  readonly folder: string;
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
}): Promise<void>;
