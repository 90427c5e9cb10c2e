import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest: begun first, so that no worker waits for it at the end. */
const LONG = ['prefixes', 'many-plans'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some(name => moduleId.endsWith(`/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}

/** The built server and command line, as processes, each test with folders of its own. */
export default defineConfig({
  test: {
    dir: 'test/process',
    maxWorkers: '100%',
    // For machines that do other things as well.
    testTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
  },
});
