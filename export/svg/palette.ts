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
