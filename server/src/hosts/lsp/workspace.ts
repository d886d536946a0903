import type { Comparison } from '../../compare/compare.js';
import type { Brief } from '../../model/brief.js';
import type { NamedFile } from '../../features/completion/index.js';
import { parseBrief } from '../../model/document.js';
import type { Kind } from '../../model/front-matter/schema.js';
import { linksOf, type Link, type LinkedFile } from '../../model/links.js';
import { numberNotes, type FileOf, type NumberedMark } from '../../model/note-numbers.js';
import { contextOf } from '../../rules/context.js';
import type { RuleContext } from '../../rules/rule.js';
import { relink } from '../../edits/relink.js';
import { lineEndOf, type TextEdit } from '../../text/text.js';
import { today } from '../today.js';
import type { Host } from './host.js';
import { OpenDocument } from './open-document.js';
import { isWithin, keyOf, parentOf, relativePath, resolveUri, uriIn } from './uris.js';

/** A file that an open document names, directly or through another, as it stands on disk. */
type ReadFile = { uri: string; links: readonly Link[] } & (
  { state: 'unknown' | 'missing' | 'unreadable' } | { state: 'found'; text: string; brief: Brief }
);

/** A document of the workspace, open or read. */
export interface WorkspaceDocument {
  uri: string;
  /** `null` for a file that is not open. */
  version: number | null;
  brief: Brief;
  lineEnd: string;
}

/** A letter and its reply may name each other; only parts of a report can hold one another. */
const parts: ReadonlySet<Link['role']> = new Set(['part']);
const anyRole: ReadonlySet<Link['role']> = new Set(['letter', 'reply', 'part']);

/** The open documents and the files that they name. Nothing else on the disk is read. */
export class Workspace {
  /** The folders that the editor has open; none for a single file. */
  folders: string[] = [];
  private readonly open = new Map<string, OpenDocument>();
  private files = new Map<string, ReadFile>();
  /** Ends when all that is being read has been. */
  private reading: Promise<unknown> = Promise.resolve();
  /** A reading anew that has not begun yet: it does for everyone who asks meanwhile. */
  private again: Promise<boolean> | null = null;

  constructor(private readonly host: Host) {}

  get documents(): Iterable<OpenDocument> {
    return this.open.values();
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(keyOf(uri));
  }

  add(document: OpenDocument): void {
    this.open.set(keyOf(document.uri), document);
    this.files.delete(keyOf(document.uri));
  }

  remove(uri: string): void {
    this.open.delete(keyOf(uri));
    // It may have been read just before it was opened.
    this.files.delete(keyOf(uri));
    this.letGo();
  }

  /** Forgets the files that no open document leads to any more: they may be others by the time that they are named again. */
  letGo(): void {
    const named = new Set<string>();
    for (const { uri } of this.open.values()) this.follow(uri, named);
    for (const key of this.files.keys()) if (!named.has(key)) this.files.delete(key);
  }

  /** Every document that is known, open ones first. */
  *known(): Generator<WorkspaceDocument> {
    yield* this.open.values();
    for (const [key, file] of this.files)
      if (file.state === 'found' && !this.open.has(key))
        yield { uri: file.uri, version: null, brief: file.brief, lineEnd: lineEndOf(file.text) };
  }

  /** The document that a brief was read from. */
  documentOf(brief: Brief): WorkspaceDocument | undefined {
    for (const document of this.known()) if (document.brief === brief) return document;
    return undefined;
  }

  uriOf(brief: Brief): string | undefined {
    return this.documentOf(brief)?.uri;
  }

  contextOf(document: OpenDocument): RuleContext {
    return contextOf(
      document.brief,
      (path) => this.file(document.uri, path),
      (letter) => document.against(letter),
      today,
    );
  }

  /** The documents that a report binds, as far as they are known. */
  partsOf({ uri, links }: OpenDocument): Brief[] {
    return links.flatMap(({ path, role }) => {
      const found = role === 'part' ? this.file(uri, path) : null;
      return found?.state === 'found' ? [found.brief] : [];
    });
  }

  /** The comparisons in which a document takes part: as the reply to its letter, or as the letter of open replies. */
  heldWith(document: OpenDocument): Comparison[] {
    const own = this.contextOf(document).comparison();
    const replies = this.dependents(document.uri).flatMap((reply) => {
      const held = this.contextOf(reply).comparison();
      return held?.letter === document.brief ? [held] : [];
    });
    return own ? [own, ...replies] : replies;
  }

  /** The marks of a document's footnotes, numbered as in the report that it is a part of, if one is known. */
  numberedMarks({ brief }: OpenDocument): NumberedMark[] {
    const fileOf: FileOf = (from, path) => this.file(this.uriOf(from)!, path);
    let numbered = numberNotes(brief, fileOf);
    for (const other of this.known()) {
      if (other.brief === brief || other.brief.parts.length === 0) continue;
      const within = numberNotes(other.brief, fileOf);
      // The report that holds the most is the outermost one.
      if (within.has(brief) && within.size > numbered.size) numbered = within;
    }
    return numbered.get(brief)!;
  }

  /** What is known of a file by the path that a document at `uri` names it by. */
  file(uri: string, path: string): LinkedFile {
    const target = resolveUri(uri, path);
    if (!target) return { state: 'unknown' };
    if (!this.mayRead(uri, target)) return { state: 'outside' };
    if (this.leadsTo(target, keyOf(uri), parts)) return { state: 'loop' };
    const open = this.open.get(keyOf(target));
    if (open) return { state: 'found', brief: open.brief };
    return this.files.get(keyOf(target)) ?? { state: 'unknown' };
  }

  /** A part of a report. One that leads back to itself is given too: where it stands decides. */
  part(path: string, from: Brief): Brief | null {
    const target = this.resource(path, from);
    if (!target) return null;
    const file = this.get(target) ?? this.files.get(keyOf(target));
    return file && 'brief' in file ? file.brief : null;
  }

  /** The address of a file that a document names, if it may be read. */
  resource(path: string, from: Brief): string | null {
    const base = this.uriOf(from);
    const target = base === undefined ? null : resolveUri(base, path);
    return target && this.mayRead(base!, target) ? target : null;
  }

  /** The files that a document could name: those that are known, and the letters in its own folder. */
  async filesFor(uri: string): Promise<NamedFile[]> {
    const files = new Map<string, NamedFile>();
    const add = (target: string, kind: Kind | null) => {
      const path = relativePath(uri, target);
      if (keyOf(target) !== keyOf(uri) && resolveUri(uri, path) && !files.has(path))
        files.set(path, { path, kind });
    };
    for (const { uri: target, brief } of this.known()) if (this.mayRead(uri, target)) add(target, brief.kind);
    const folder = parentOf(uri);
    for (const name of folder ? await this.host.list(folder) : [])
      if (name.endsWith('.brief.md')) add(uriIn(folder, name), null);
    return [...files.values()];
  }

  /** The open documents that name this one, directly or through another. */
  dependents(uri: string): OpenDocument[] {
    const key = keyOf(uri);
    return [...this.open.values()].filter(
      (document) => keyOf(document.uri) !== key && this.leadsTo(document.uri, key, anyRole),
    );
  }

  /** Whether a document names another one that is open. */
  namesOpen(uri: string): boolean {
    return this.linksOf(keyOf(uri)).some(({ path }) => {
      const target = resolveUri(uri, path);
      return target !== null && this.open.has(keyOf(target));
    });
  }

  /**
   * Reads the files that the document names and that are not known yet, and those that they name in turn.
   * @returns whether anything is known now that was not
   */
  readLinks({ uri }: OpenDocument): Promise<boolean> {
    return this.inTurn(() => this.read(uri, this.files, (key) => this.files.has(key) || this.open.has(key)));
  }

  /**
   * Reads anew what stands on disk, and lets go of what no open document names any more.
   * @returns whether anything changed
   */
  readAgain(): Promise<boolean> {
    return (this.again ??= this.inTurn(() => {
      this.again = null;
      return this.readAll();
    }));
  }

  /**
   * The edits by which the documents that are known follow a move or change of name of files or folders.
   * @param moved what was where, and where it will be
   */
  editsForMoves(
    moved: readonly { oldUri: string; newUri: string }[],
  ): { document: WorkspaceDocument; edits: TextEdit[] }[] {
    const targetOf = (uri: string): string => {
      for (const { oldUri, newUri } of moved) {
        if (keyOf(uri) === keyOf(oldUri)) return newUri;
        // The address of a folder may end in a slash.
        if (isWithin(uri, oldUri))
          return uriIn(newUri, keyOf(uri).slice(keyOf(oldUri).replace(/\/$/, '').length + 1));
      }
      return uri;
    };
    return [...this.known()].flatMap((document) => {
      const edits = relink(document.brief, (path) => {
        const target = resolveUri(document.uri, path);
        if (!target) return null;
        const renewed = relativePath(targetOf(document.uri), targetOf(target));
        return renewed === relativePath(document.uri, target) ? null : renewed;
      });
      return edits.length ? [{ document, edits }] : [];
    });
  }

  /** Files are read one request after the other: what was read first can then never take the place of what was read later. */
  private inTurn<T>(read: () => Promise<T>): Promise<T> {
    // What was asked for may not be named any more once it is here.
    const turn = this.reading.then(read).finally(() => this.letGo());
    this.reading = turn.catch(() => {});
    return turn;
  }

  private async readAll(): Promise<boolean> {
    const files = new Map<string, ReadFile>();
    for (const { uri } of this.open.values())
      await this.read(uri, files, (key) => files.has(key) || this.open.has(key));
    const changed =
      files.size !== this.files.size || [...files].some(([key, file]) => this.files.get(key) !== file);
    this.files = files;
    return changed;
  }

  private async read(
    from: string,
    files: Map<string, ReadFile>,
    isKnown: (key: string) => boolean,
    visited = new Set<string>(),
  ): Promise<boolean> {
    visited.add(keyOf(from));
    let changed = false;
    for (const { path } of this.linksOf(keyOf(from), files)) {
      const uri = resolveUri(from, path);
      if (!uri || visited.has(keyOf(uri)) || !this.mayRead(from, uri)) continue;
      if (!isKnown(keyOf(uri))) {
        files.set(keyOf(uri), await this.readFile(uri));
        changed = true;
      }
      if (await this.read(uri, files, isKnown, visited)) changed = true;
    }
    return changed;
  }

  /** The file as it stands on disk; the one that was read before, if nothing changed. */
  private async readFile(uri: string): Promise<ReadFile> {
    const answer = await this.host.read(uri);
    const before = this.files.get(keyOf(uri));
    if (typeof answer === 'string')
      return before?.state === answer ? before : { uri, state: answer, links: [] };
    const { text } = answer;
    if (before?.state === 'found' && before.text === text) return before;
    const brief = parseBrief(text);
    return { uri, state: 'found', text, brief, links: linksOf(brief) };
  }

  private linksOf(key: string, files: ReadonlyMap<string, ReadFile> = this.files): readonly Link[] {
    return this.open.get(key)?.links ?? files.get(key)?.links ?? [];
  }

  /** Notes the document at `uri`, and all that its links lead to. */
  private follow(uri: string, found: Set<string>): void {
    if (found.has(keyOf(uri))) return;
    found.add(keyOf(uri));
    for (const { path } of this.linksOf(keyOf(uri))) {
      const target = resolveUri(uri, path);
      if (target) this.follow(target, found);
    }
  }

  /** Whether the document at `uri` is the one with this key, or its links lead there. */
  private leadsTo(
    uri: string,
    key: string,
    roles: ReadonlySet<Link['role']>,
    visited = new Set<string>(),
  ): boolean {
    const own = keyOf(uri);
    if (own === key) return true;
    if (visited.has(own)) return false;
    visited.add(own);
    return this.linksOf(own).some(({ path, role }) => {
      const target = roles.has(role) ? resolveUri(uri, path) : null;
      return target !== null && this.leadsTo(target, key, roles, visited);
    });
  }

  /** A document may name what lies in a folder that the editor has open, or else in its own folder. */
  private mayRead(uri: string, target: string): boolean {
    const roots = this.folders.filter((folder) => isWithin(uri, folder));
    return (roots.length ? roots : [parentOf(uri)]).some((root) => isWithin(target, root));
  }
}
