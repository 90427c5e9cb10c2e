/** The part of picomatch that is used here; the package brings no types of its own. */
declare module 'picomatch' {
  export default function picomatch(glob: string, options: { dot: boolean }): (path: string) => boolean;
}
