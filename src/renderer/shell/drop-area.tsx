import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { addDropped } from '../library/adding';
import { useOpenMatter } from '../library/library-store';
import type { Added } from '../library/naming';
import { useWording } from '../settings/use-wording';
import classes from './drop-area.module.css';
import { useNotices } from './notice-store';

/** The whole window takes folders and files. */
export function DropArea(props: { readonly children: ReactNode }) {
  const words = useWording();
  const matter = useOpenMatter();
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only when both are counted is it known that the pointer left the window.
  const depth = useRef(0);

  const onDragEnter = (event: DragEvent): void => {
    if (!accept(event)) return;
    depth.current += 1;
    setOver(true);
  };
  const onDragLeave = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const added = droppedIn(event.dataTransfer);
    if (added.length > 0) addDropped(added);
    else useNotices.getState().add({ kind: 'drop-nothing' });
  };

  const open = matter && !matter.sample ? matter : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a button and a menu entry that do the same
    <div
      className={classes.area}
      onDragEnter={onDragEnter}
      onDragLeave={onDragLeave}
      onDragOver={accept}
      onDrop={onDrop}
    >
      {props.children}
      {over && (
        <div className={classes.overlay} data-testid="drop-overlay">
          <div className={classes.card}>
            <div className={classes.title}>{words.shell.dropTitle}</div>
            <div>{open ? words.shell.dropIntoOpen(open.name) : words.shell.dropIntoNew}</div>
          </div>
        </div>
      )}
    </div>
  );
}

/** Text that is dragged within the window has types; before the drop not every source of files tells that it has files. */
function carriesFiles(event: DragEvent): boolean {
  const { types } = event.dataTransfer;
  return types.length === 0 || types.includes('Files');
}

/** Says that what is dragged may be dropped here; otherwise the drop does not come. */
function accept(event: DragEvent): boolean {
  if (!carriesFiles(event)) return false;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'link';
  return true;
}

function droppedIn(transfer: DataTransfer): Added[] {
  return [...transfer.items].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    const path = file ? window.quaere.pathsOfDrop([file])[0] : undefined;
    if (path === undefined) return [];
    return [{ path, kind: item.webkitGetAsEntry()?.isDirectory ? ('folder' as const) : ('file' as const) }];
  });
}
