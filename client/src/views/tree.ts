import * as vscode from 'vscode';
import type { OverviewRow } from '../../../server/src/features/overview.js';
import { spoken } from '../language.js';
import { passes, type Filter, type Overview } from './overview.js';
import { progress, rowDetail, rowLabel, rowSpoken } from './words.js';

export interface GroupNode {
  kind: 'group';
  index: number;
  label: string;
  /** All its questions, shown or not. */
  all: OverviewRow[];
  shown: QuestionNode[];
}

export interface QuestionNode {
  kind: 'question';
  index: number;
  row: OverviewRow;
  parent: GroupNode | null;
}

export type Node = GroupNode | QuestionNode;

const icons: Record<NonNullable<OverviewRow['status']>, [icon: string, color: string]> = {
  answered: ['pass', 'charts.green'],
  referred: ['references', 'charts.green'],
  deferred: ['watch', 'charts.orange'],
  placeholder: ['edit', 'charts.orange'],
  empty: ['circle-large-outline', 'charts.red'],
  missing: ['circle-slash', 'charts.red'],
};

/** Groups and questions, renewed where they changed and nowhere else. */
export class QuestionTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: Node[] = [];
  /** By row; nothing for what the filter leaves out. */
  private nodes: (QuestionNode | undefined)[] = [];
  private uri = '';

  /** @param describe the whole text of a row, for its tooltip */
  constructor(private readonly describe: (index: number) => Promise<string | undefined>) {}

  node(index: number): QuestionNode | undefined {
    return this.nodes[index];
  }

  show(uri: string, overview: Overview | null, filter: Filter): void {
    const rows = overview?.rows ?? [];
    const isSame =
      uri === this.uri &&
      rows.length === this.nodes.length &&
      rows.every((row, i) => {
        const node = this.nodes[i];
        return passes(row, filter) ? node?.row.group === row.group : !node;
      }) &&
      this.roots.every((root) => root.kind === 'question' || root.label === overview!.groups[root.index]);
    this.uri = uri;
    if (isSame) this.renewRows(rows);
    else this.rebuild(overview, filter);
  }

  /** After a change of language. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  private renewRows(rows: readonly OverviewRow[]): void {
    const stale = new Set<Node>();
    const groups = new Map<number | null, GroupNode>();
    for (const root of this.roots) if (root.kind === 'group') groups.set(root.index, root);
    for (const group of groups.values()) group.all = [];
    rows.forEach((row, i) => {
      groups.get(row.group)?.all.push(row);
      const node = this.nodes[i];
      if (!node || node.row === row) return;
      node.row = row;
      stale.add(node);
    });
    for (const group of groups.values()) {
      if (this.counted.get(group) === progress(group.all, spoken())) continue;
      // Renews what stands below it as well.
      for (const node of group.shown) stale.delete(node);
      stale.add(group);
    }
    for (const node of stale) this.changed.fire(node);
  }

  /** What was last said of a group. */
  private readonly counted = new WeakMap<GroupNode, string>();

  private rebuild(overview: Overview | null, filter: Filter): void {
    const groups = (overview?.groups ?? []).map((label, index): GroupNode => ({
      kind: 'group',
      index,
      label,
      all: [],
      shown: [],
    }));
    this.roots = [];
    this.nodes = (overview?.rows ?? []).map((row, index) => {
      const parent = row.group === null ? null : groups[row.group];
      parent?.all.push(row);
      if (!passes(row, filter)) return undefined;
      const node: QuestionNode = { kind: 'question', index, row, parent };
      if (!parent) this.roots.push(node);
      else {
        if (parent.shown.length === 0) this.roots.push(parent);
        parent.shown.push(node);
      }
      return node;
    });
    this.changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.roots;
    return node.kind === 'group' ? node.shown : [];
  }

  getParent(node: Node): Node | null {
    return node.kind === 'question' ? node.parent : null;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'group' ? this.groupItem(node) : this.questionItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (node.kind === 'question') item.tooltip = await this.describe(node.index);
    return item;
  }

  private groupItem(group: GroupNode): vscode.TreeItem {
    const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = `${this.uri}#group-${group.index}`;
    item.description = progress(group.all, spoken());
    this.counted.set(group, item.description);
    item.contextValue = 'group';
    item.accessibilityInformation = { label: `${group.label}, ${item.description}` };
    return item;
  }

  private questionItem(node: QuestionNode): vscode.TreeItem {
    const { row, index } = node;
    const words = spoken();
    const item = new vscode.TreeItem(rowLabel(row));
    item.id = `${this.uri}#question-${index}`;
    item.description = rowDetail(row, words);
    const [icon, color] = row.status ? icons[row.status] : ['question', 'foreground'];
    item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    item.contextValue = row.status && row.status !== 'missing' ? 'question answered' : 'question';
    item.accessibilityInformation = { label: rowSpoken(row, words) };
    item.command = { command: 'kamerbrief.goToQuestion', title: rowLabel(row), arguments: [node] };
    return item;
  }
}
