/** Colours of a picture, by the roles that the panel's styles have. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly mute: string;
  readonly hair: string;
  readonly grid: string;
  readonly track: string;
  readonly focus: string;
  readonly measured: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
}

/** The page's colours (`export/paper.css`), mixed ones worked out: programs that draw pictures know no `color-mix`. */
export const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#2b2b2b',
  mute: '#616161',
  hair: '#d9d9d9',
  grid: '#ececec',
  track: '#e6e6e6',
  focus: '#005fb8',
  measured: '#1270cf',
  good: '#2f7d32',
  warn: '#b07700',
  bad: '#c62f1e',
};

/** The same for dark pages. */
export const DARK: Palette = {
  paper: '#1f1f1f',
  ink: '#d4d4d4',
  mute: '#a3a3a3',
  hair: '#3f3f3f',
  grid: '#2f2f2f',
  track: '#363636',
  focus: '#4daafc',
  measured: '#3794ff',
  good: '#89d185',
  warn: '#d7ab1f',
  bad: '#f1685f',
};
