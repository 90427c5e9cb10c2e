import { Component, type ComponentChild, type ComponentConstructor } from 'preact';

/**
 * A component that is drawn again only if one of its properties is another one than before. What has not changed in a drawing stays the same object
 * (`webview/places.ts` for a plan's, `webview/portfolio/worked-out.ts` for that of all plans), so that it is enough to look whether they are.
 */
export function kept<Props extends object>(draw: (props: Props) => ComponentChild): ComponentConstructor<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return hasOther(this.props, next) || hasOther(next, this.props);
    }
    override render(): ComponentChild {
      return draw(this.props);
    }
  };
}

function hasOther<Props extends object>(before: Props, next: Props): boolean {
  for (const key in next) if (!Object.is(before[key], next[key])) return true;
  return false;
}
