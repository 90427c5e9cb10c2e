/** A path as it can be typed behind a command: in quotes where a blank or a sign of the shell's is in it, and never as an option. */
export function asArgument(name: string): string {
  const path = name.startsWith('-') ? `./${name}` : name;
  return /^[\p{L}\p{N}_./\\:@%+,=-]+$/u.test(path) ? path : `"${path}"`;
}
