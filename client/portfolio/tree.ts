import * as vscode from 'vscode';
import type { PlanTree, TreeGroup, TreeGrouping, TreePlan } from '../../protocol/portfolio.ts';
import { TREE_GROUPINGS } from '../../protocol/portfolio.ts';
import { Latest } from '../latest.ts';
import type { PlanServer } from '../server.ts';
import { HAS_PLANS } from '../welcome.ts';
import { healthIcon } from './icons.ts';

/** The view's id in package.json. */
const PLANS_VIEW = 'successPlan.plans';

/** What the tree is grouped by, kept for the workspace; also the name of the context that greys out the command for it. */
const GROUPED_BY = 'successPlan.treeBy';

/** The plans are asked for when their view is seen; a while after the start also unseen, for the number on its icon. */
const UNSEEN_MS = 5_000;

/** So many groups are shown open. */
const OPEN_GROUPS = 6;

/** A group, or a plan in one. */
export type TreeNode =
  | { readonly kind: 'group'; readonly group: TreeGroup; readonly open: boolean }
  | { readonly kind: 'plan'; readonly plan: TreePlan; readonly id: string };

/** All plans of the workspace in the activity bar: by what needs attention, by CSM or by renewal. */
export class PlanTreeView implements vscode.Disposable, vscode.TreeDataProvider<TreeNode> {
  readonly #server: PlanServer;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #look: Latest;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable[];
  #tree: PlanTree = { groups: [], badge: 0 };
  #content: string | undefined;
  /** Whether anybody has asked for plans yet: before, news of them mean nothing. */
  #wanted = false;

  constructor(server: PlanServer, memory: vscode.Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#look = new Latest(
      () => this.#update(),
      error => server.output.warn(`The tree of plans is not up to date: ${String(error)}`),
    );
    this.#view = vscode.window.createTreeView(PLANS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    const unseen = setTimeout(() => this.refresh(), UNSEEN_MS);
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#look,
      new vscode.Disposable(() => clearTimeout(unseen)),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.refresh();
      }),
      server.onDidChangePlans(() => {
        if (this.#wanted) this.#look.ask();
      }),
    ];
    void this.#tellGrouping();
    if (this.#view.visible) this.refresh();
  }

  /** What the tree is grouped by. */
  get by(): TreeGrouping {
    const kept = this.#memory.get<unknown>(GROUPED_BY);
    return TREE_GROUPINGS.find(one => one === kept) ?? 'attention';
  }

  /** Groups the tree in another way from now on. */
  async groupBy(by: TreeGrouping): Promise<void> {
    await this.#memory.update(GROUPED_BY, by);
    await this.#tellGrouping();
    this.refresh();
  }

  /** Asks for the plans anew. */
  refresh(): void {
    this.#wanted = true;
    this.#look.ask();
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node?.kind === 'plan') return [];
    if (node) return node.group.plans.map(plan => ({ kind: 'plan', plan, id: `${node.group.key}\n${plan.key}` }));
    const { groups } = this.#tree;
    return groups.map(group => ({ kind: 'group', group, open: groups.length <= OPEN_GROUPS }));
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return node.kind === 'group' ? groupItem(node.group, node.open) : planItem(node.plan, node.id);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #update(): Promise<void> {
    const tree = await this.#server.planTree(this.by);
    const content = JSON.stringify(tree);
    // What is drawn anew loses the line that a key is just pressed on.
    if (tree === undefined || content === this.#content) return;
    this.#content = content;
    this.#tree = tree;
    const { reading, badge } = tree;
    // By their names alone, as the welcome looks for them, not all plans are found.
    if (tree.groups.length > 0) void vscode.commands.executeCommand('setContext', HAS_PLANS, true);
    this.#view.message =
      reading === undefined
        ? ''
        : reading.of === 0
          ? vscode.l10n.t('Reading the plans…')
          : vscode.l10n.t('Reading {0} of {1}…', reading.done, reading.of);
    this.#view.badge =
      badge === 0
        ? undefined
        : {
            value: badge,
            tooltip:
              badge === 1
                ? vscode.l10n.t('1 plan needs somebody now')
                : vscode.l10n.t('{0} plans need somebody now', badge),
          };
    this.#changed.fire();
  }

  async #tellGrouping(): Promise<void> {
    const { by } = this;
    this.#view.description = {
      attention: vscode.l10n.t('by attention'),
      csm: vscode.l10n.t('by CSM'),
      renewal: vscode.l10n.t('by renewal'),
    }[by];
    await vscode.commands.executeCommand('setContext', GROUPED_BY, by);
  }
}

function groupItem({ key, label, description }: TreeGroup, open: boolean): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, open ? Expanded : Collapsed);
  item.id = key;
  item.description = description;
  item.contextValue = 'group';
  return item;
}

/** Nothing of a plan is read as Markdown: label, description and tooltip are plain strings. */
function planItem({ label, description, tooltip, health, uri, at }: TreePlan, id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = healthIcon(health);
  item.contextValue = 'plan';
  item.accessibilityInformation = { label: tooltip.replaceAll('\n', ', ') };
  item.command = { command: 'successPlan.openPlan', title: vscode.l10n.t('Open Plan'), arguments: [uri, at] };
  return item;
}
