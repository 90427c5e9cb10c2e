import { render } from 'preact';
import { PortfolioPage, type PortfolioProps } from '../../../webview/portfolio/PortfolioPage.tsx';
import { DEFAULTS } from '../../../webview/portfolio/settings.ts';
import { FOURTEEN, RARE } from './portfolio.ts';
import { manyPlans } from './portfolio-many.ts';

/*
 * Draws fixtures in the browser, one after the other on the same page, each as wide as that is: `fixture('fourteen')`. To begin with, the address
 * says which, `#fourteen`.
 */

const EMPTY = { ...FOURTEEN, plans: [] };

const pages = (shared: Pick<PortfolioProps, 'settings' | 'width'>) => ({
  fourteen: <PortfolioPage portfolio={FOURTEEN} {...shared} />,
  csm: (
    <PortfolioPage
      portfolio={FOURTEEN}
      {...shared}
      settings={{ ...DEFAULTS, by: 'csm', sort: { column: 'renewal', reversed: true } }}
    />
  ),
  renewing: (
    <PortfolioPage
      portfolio={FOURTEEN}
      {...shared}
      settings={{ ...DEFAULTS, show: 'renewing', by: 'renewal', listed: true }}
    />
  ),
  rare: <PortfolioPage portfolio={RARE} {...shared} settings={{ ...DEFAULTS, listed: true }} />,
  hundred: <PortfolioPage portfolio={manyPlans(100)} {...shared} />,
  folders: (
    <PortfolioPage
      portfolio={{
        ...FOURTEEN,
        plans: FOURTEEN.plans.map((plan, i) => ({ ...plan, folder: i % 2 ? 'north' : 'south' })),
      }}
      {...shared}
    />
  ),
  reading: <PortfolioPage portfolio={{ ...FOURTEEN, reading: { done: 312, of: 1000 } }} {...shared} />,
  found: <PortfolioPage portfolio={FOURTEEN} {...shared} settings={{ ...DEFAULTS, text: 'nobody is called that' }} />,
  none: <PortfolioPage portfolio={EMPTY} {...shared} />,
  waiting: <PortfolioPage portfolio={null} {...shared} />,
  still: <PortfolioPage portfolio={FOURTEEN} {...shared} still />,
});

const root = document.getElementById('root');

function fixture(name: string): void {
  if (root === null) return;
  render(null, root);
  window.scrollTo(0, 0);
  const all = pages({ settings: DEFAULTS, width: document.documentElement.clientWidth });
  render(Object.entries(all).find(([key]) => key === name)?.[1] ?? all.fourteen, root);
}

Object.assign(window, { fixture });
fixture(location.hash.slice(1));
