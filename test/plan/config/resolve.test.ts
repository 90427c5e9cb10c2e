import { describe, expect, it } from 'vitest';
import { resolveConfig, settingsFor } from '../../../plan/config/resolve.ts';

/** Reads a configuration among files that are held in memory. */
function among(files: Readonly<Record<string, string>>, path = '/plans/success-plan.config.yaml') {
  return resolveConfig(path, files[path] ?? '', async other =>
    other in files ? { text: files[other] } : { failure: 'no such file or folder' },
  );
}

const BASE = '/standards/base.yaml';
const OWN = '/plans/success-plan.config.yaml';

describe('extends', () => {
  it('lays the later over the earlier, and the file itself over all', async () => {
    const { settings, files } = await among({
      [BASE]: 'rules: { risks-missing: error, outcomes-too-many: { severity: info, max: 4 } }\nplans: [all/*.yaml]\n',
      [OWN]: 'extends: [strict, ../standards/base.yaml]\nrules: { outcomes-too-many: { max: 3 } }\n',
    });
    expect(files.map(file => file.path)).toEqual([OWN, BASE]);
    expect(settings.rules.get('risks-missing')).toEqual({ severity: 'error' });
    expect(settings.rules.get('outcomes-too-many')).toEqual({ severity: 'info', options: { max: 3 } });
    expect(settings.plans).toEqual({ folder: '/standards', globs: ['all/*.yaml'] });
  });

  it('adds up words, fields and redacted paths; the nearer meaning counts', async () => {
    const { settings } = await among({
      [BASE]:
        'vocabulary: { segments: [growth], statuses: { plan: { on_hold: at_risk, done: completed } } }\nfiscal_year_start: 2\nredact: [customer.context]\n',
      [OWN]:
        'extends: ../standards/base.yaml\nvocabulary: { segments: [strategic], statuses: { plan: { on_hold: draft } } }\nredact: [risks]\n',
    });
    expect(settings.team.texts.get('customer.segment')).toEqual(['growth', 'strategic']);
    expect(settings.team.words.get('planStatus')).toEqual(
      new Map([
        ['on_hold', 'draft'],
        ['done', 'completed'],
      ]),
    );
    expect(settings.team.fiscalYearStart).toBe(2);
    expect(settings.redact).toEqual(['customer.context', 'risks']);
  });

  it('recommended takes back what was said before it', async () => {
    const { settings } = await among({
      [BASE]: 'extends: recommended\n',
      [OWN]: 'extends: [strict, pre-sale, ../standards/base.yaml]\n',
    });
    expect([...settings.rules.values()].filter(setting => setting.severity !== undefined)).toEqual([]);
  });

  it.each([
    [
      'itself',
      { [OWN]: 'extends: success-plan.config.yaml\n' },
      'This configuration extends itself: it goes around in a circle. Leave one of the two out.',
    ],
    [
      'what cannot be read',
      { [OWN]: 'extends: ./gone.yaml\n' },
      '“./gone.yaml” cannot be read: no such file or folder. The path counts from this file’s folder.',
    ],
  ])('%s is told where it stands', async (_, files, message) => {
    const { files: read } = await among(files);
    const text = files[OWN];
    expect(read[0]?.problems.map(({ start, end, message: said }) => [text.slice(start, end), said])).toEqual([
      [text.slice('extends: '.length).trim(), message],
    ]);
  });

  it('a circle is told in the file that closes it, and everything else counts', async () => {
    const { settings, files } = await among({
      [OWN]: 'extends: ../standards/base.yaml\nrules: { risks-missing: hint }\n',
      [BASE]: 'extends: ../plans/success-plan.config.yaml\nrules: { outcomes-too-many: off }\n',
    });
    expect(files.map(file => file.problems.map(problem => problem.message))).toEqual([
      [],
      [
        'This configuration extends “../plans/success-plan.config.yaml”, which extends this one: it goes around in a circle. Leave one of the two out.',
      ],
    ]);
    expect([...settings.rules.keys()]).toEqual(['outcomes-too-many', 'risks-missing']);
  });

  it('goes ten files deep and no deeper', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [`/plans/${index}.yaml`, `extends: ./${index + 1}.yaml\n`]),
    );
    const { files } = await among(chain, '/plans/0.yaml');
    expect(files).toHaveLength(10);
    expect(files.at(-1)?.problems[0]?.message).toBe(
      'More than 10 configurations extend one another here. Extend the last one directly.',
    );
  });

  it('tells mistakes in the file that has them', async () => {
    const { files, asked } = await among({
      [BASE]: 'rules: { nope: off }\n',
      [OWN]: 'extends: [../standards/base.yaml, ./gone.yaml]\n',
    });
    expect(files.map(file => [file.path, file.problems.length])).toEqual([
      [OWN, 1],
      [BASE, 1],
    ]);
    expect(asked).toEqual([OWN, BASE, '/plans/gone.yaml']);
  });
});

describe('overrides', () => {
  const text = `rules: { risks-missing: error }
overrides:
  - files: [pilots/**, "!pilots/big/**"]
    rules: { risks-missing: off }
  - files: ["**/*.qbr.yaml", pilots/.hidden/*]
    rules: { risks-missing: { severity: hint }, outcomes-too-many: off }
`;

  it.each([
    ['/plans/acme.yaml', 'error', undefined],
    ['/plans/pilots/acme.yaml', 'off', undefined],
    ['/plans/pilots/deep/acme.yaml', 'off', undefined],
    ['/plans/pilots/big/acme.yaml', 'error', undefined],
    ['/plans/pilots/acme.qbr.yaml', 'hint', 'off'],
    ['/plans/pilots/.hidden/acme.yaml', 'hint', 'off'],
    ['/elsewhere/pilots/acme.yaml', 'error', undefined],
    [undefined, 'error', undefined],
  ])('%s', async (path, risks, many) => {
    const { settings } = await among({ [OWN]: text });
    const rules = settingsFor(settings, path);
    expect([rules.get('risks-missing')?.severity, rules.get('outcomes-too-many')?.severity]).toEqual([risks, many]);
  });

  it('plans that share them share their settings, so that one checker serves them', async () => {
    const { settings } = await among({ [OWN]: text });
    expect(settingsFor(settings, '/plans/pilots/a.yaml')).toBe(settingsFor(settings, '/plans/pilots/b.yaml'));
    expect(settingsFor(settings, '/plans/a.yaml')).toBe(settings.rules);
  });

  it('of an extended file count from its own folder', async () => {
    const { settings } = await among(
      {
        '/plans/emea/success-plan.config.yaml': 'extends: ../success-plan.config.yaml\n',
        [OWN]: 'overrides:\n  - files: [emea/pilots/*]\n    rules: { risks-missing: off }\n',
      },
      '/plans/emea/success-plan.config.yaml',
    );
    expect(settingsFor(settings, '/plans/emea/pilots/a.yaml').get('risks-missing')?.severity).toBe('off');
  });

  describe('of an extended file are laid over what that file says, and not over what extends it', () => {
    const COMPANY = `rules: { milestone-overdue: error }
overrides:
  - files: ["emea/**"]
    rules: { risks-missing: error, milestone-overdue: hint, outcomes-too-few: { severity: warning, min: 9 } }
`;
    const EMEA = '/plans/emea/success-plan.config.yaml';
    const at = async (text: string, path = '/plans/emea/acme.yaml') => {
      const { settings } = await among({ [OWN]: COMPANY, [EMEA]: text }, EMEA);
      const rules = settingsFor(settings, path);
      return ['risks-missing', 'outcomes-too-few', 'milestone-overdue'].map(id => rules.get(id));
    };

    it('its rules win, piece by piece', async () => {
      const own = 'extends: ../success-plan.config.yaml\nrules: { risks-missing: off, outcomes-too-few: { min: 1 } }\n';
      expect(await at(own)).toEqual([
        { severity: 'off' },
        { severity: 'warning', options: { min: 1 } },
        { severity: 'hint' },
      ]);
    });

    it('its overrides win over its rules', async () => {
      const own =
        'extends: ../success-plan.config.yaml\nrules: { risks-missing: off }\noverrides: [{ files: [big/*], rules: { risks-missing: info } }]\n';
      expect((await at(own))[0]).toEqual({ severity: 'off' });
      expect((await at(own, '/plans/emea/big/acme.yaml'))[0]).toEqual({ severity: 'info' });
    });

    it('so does what it extends later: a preset, another file', async () => {
      expect((await at('extends: [../success-plan.config.yaml, pre-sale]\n'))[0]).toEqual({ severity: 'error' });
      const recommended = await at('extends: [../success-plan.config.yaml, recommended]\n');
      expect(recommended.map(rule => [rule?.severity, rule?.options])).toEqual(Array(3).fill([undefined, undefined]));
      const { settings } = await among(
        {
          [OWN]: COMPANY,
          [BASE]: 'rules: { risks-missing: info }\n',
          [EMEA]: 'extends: [../success-plan.config.yaml, ../../standards/base.yaml]\n',
        },
        EMEA,
      );
      expect(settingsFor(settings, '/plans/emea/acme.yaml').get('risks-missing')?.severity).toBe('info');
    });

    it('nothing is left of one that is overruled altogether', async () => {
      const own =
        'extends: ../success-plan.config.yaml\nrules: { risks-missing: off, milestone-overdue: off, outcomes-too-few: { severity: off, min: 1 } }\n';
      const { settings } = await among({ [OWN]: COMPANY, [EMEA]: own }, EMEA);
      expect(settings.overrides).toEqual([]);
    });
  });
});
