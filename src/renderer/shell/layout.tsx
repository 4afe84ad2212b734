import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { AddDialog } from '../library/add-dialog';
import { FilesDialog } from '../library/files-dialog';
import { Sidebar } from '../library/sidebar';
import { PreviewPanel } from '../preview/preview-panel';
import { usePreview } from '../preview/preview-store';
import { SearchPanel } from '../search/search-panel';
import { useSearch } from '../search/search-store';
import { SettingsDialog } from '../settings/settings-dialog';
import { useWording } from '../settings/use-wording';
import { DropArea } from './drop-area';
import { Foot } from './foot';
import classes from './layout.module.css';
import { Notices } from './notices';

/** Below this width the document takes the place of the results instead of standing beside them. */
const NARROW = '(max-width: 1159px)';

export function Layout() {
  const words = useWording();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const [reading, setReading] = useState(false);
  const [files, setFiles] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const document = useRef<HTMLDivElement>(null);
  const text = useSearch((state) => state.text);

  // A new question brings the results back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what it is about
  useEffect(() => setReading(false), [text]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      setReading(false);
      searchField.current?.focus();
      searchField.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const read = (): void => {
    setReading(true);
    // In a narrow window the panel is only there after the next paint.
    requestAnimationFrame(() => {
      document.current?.focus({ preventScroll: true });
      usePreview.getState().backToHit();
    });
  };
  const back = (): void => {
    setReading(false);
    requestAnimationFrame(() => searchField.current?.focus());
  };

  const covered = narrow && reading;
  return (
    <DropArea>
      <div className={classes.window} data-narrow={narrow || undefined}>
        <Sidebar />
        <main className={classes.main} hidden={covered} aria-label={words.shell.results}>
          <SearchPanel
            field={searchField}
            onRead={read}
            onSelect={narrow ? read : undefined}
            onFiles={() => setFiles(true)}
          />
        </main>
        <aside className={classes.preview} hidden={narrow && !reading} aria-label={words.shell.preview}>
          <PreviewPanel text={document} onBack={back} covering={covered} />
        </aside>
        <Foot onFiles={() => setFiles(true)} />
      </div>
      <FilesDialog opened={files} onClose={() => setFiles(false)} />
      <AddDialog />
      <SettingsDialog />
      <Notices />
    </DropArea>
  );
}
