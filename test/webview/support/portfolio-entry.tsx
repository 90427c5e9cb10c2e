import { render } from 'preact';
import { PortfolioPage } from '../../../webview/portfolio/PortfolioPage.tsx';
import { DEFAULTS } from '../../../webview/portfolio/settings.ts';
import { FOURTEEN, RARE } from './portfolio.ts';
import { manyPlans } from './portfolio-many.ts';

/* Draws one fixture in the browser, as wide as it is: the address says which, `#fourteen`. */

const EMPTY = { ...FOURTEEN, plans: [] };
const width = document.documentElement.clientWidth;
const shared = { settings: DEFAULTS, width };

const PAGES = {
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
};

const name = location.hash.slice(1);
const root = document.getElementById('root');
if (root !== null) render(Object.entries(PAGES).find(([key]) => key === name)?.[1] ?? PAGES.fourteen, root);
