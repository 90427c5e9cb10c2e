import { Component, type ComponentChild, type ComponentConstructor } from 'preact';

/** A component that is drawn again only if one of its properties is another: what scrolls by redraws the table, not the page. */
export function steady<Props extends object>(draw: (props: Props) => ComponentChild): ComponentConstructor<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !isSame(this.props, next);
    }
    override render(): ComponentChild {
      return draw(this.props);
    }
  };
}

function isSame(one: object, other: object): boolean {
  const [before, after] = [Object.entries(one), new Map(Object.entries(other))];
  return before.length === after.size && before.every(([key, value]) => after.get(key) === value);
}

/** A function of which the last answer is kept: asked the same again, it gives the very same thing. */
export function lastOf<Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer): typeof work {
  let last: { readonly args: Args; readonly answer: Answer } | undefined;
  return (...args) => {
    if (last === undefined || args.some((arg, i) => arg !== last?.args[i])) last = { args, answer: work(...args) };
    return last.answer;
  };
}
