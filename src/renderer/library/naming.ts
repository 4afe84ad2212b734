/** A folder or file that the user dropped or chose, by its absolute path. */
export interface Added {
  readonly path: string;
  readonly kind: 'folder' | 'file';
}

/** The last part of a path of any platform; the path itself where it has no parts, such as `/` or `C:\`. */
export function baseName(path: string): string {
  const parts = partsOf(path);
  return parts.at(-1) ?? path;
}

/**
 * What a matter made of these is called: the folder's name; for files the name of the folder that they lie in.
 * Null where they have no folder in common.
 */
export function matterNameFor(added: readonly Added[]): string | null {
  const [first] = added;
  if (!first) return null;
  if (added.length === 1 && first.kind === 'folder') return baseName(first.path);
  const parents = new Set(added.map((one) => partsOf(one.path).slice(0, -1).join('/')));
  return parents.size === 1 ? (partsOf(first.path).at(-2) ?? null) : null;
}

/** `name`, or with the first free number behind it. Names differ if they differ when case is folded. */
export function freeName(name: string, taken: readonly string[]): string {
  const folded = new Set(taken.map((one) => one.toLocaleLowerCase()));
  if (!folded.has(name.toLocaleLowerCase())) return name;
  let number = 2;
  while (folded.has(`${name} ${number}`.toLocaleLowerCase())) number += 1;
  return `${name} ${number}`;
}

function partsOf(path: string): string[] {
  return path.split(/[/\\]+/).filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part));
}
