import { Button, UnstyledButton } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconSettings } from '@tabler/icons-react';
import { useSettings } from '../settings/settings-store';
import { useWording } from '../settings/use-wording';
import { AddMenu } from './add-menu';
import { chooseAndAdd } from './adding';
import { useLibrary, useOpenMatter } from './library-store';
import { MatterItem } from './matter-item';
import classes from './sidebar.module.css';
import { SourceItem } from './source-item';

export function Sidebar() {
  const words = useWording();
  const matters = useLibrary((state) => state.matters);
  const open = useOpenMatter();
  const showSettings = useSettings((state) => state.showDialog);

  return (
    <nav className={classes.sidebar} aria-label={words.shell.matters}>
      <div className={classes.brand}>
        Quaere<small>{words.shell.tagline}</small>
      </div>
      <div className={classes.scroll}>
        <div className={classes.heading}>
          <h2>{words.shell.matters}</h2>
          <AddMenu
            label={words.library.newMatter}
            onChoose={(kind) => void chooseAndAdd(kind, null)}
            target={
              <UnstyledButton
                className={classes.add}
                aria-label={words.library.newMatter}
                title={words.library.newMatter}
              >
                <IconPlus size={14} />
              </UnstyledButton>
            }
          />
        </div>
        {matters?.map((matter) => (
          <MatterItem key={matter.id} matter={matter} open={matter.id === open?.id} />
        ))}
        {open && !open.sample && open.sources.length > 0 && (
          <>
            <div className={classes.heading}>
              <h2>{words.library.sources}</h2>
            </div>
            {open.sources.map((source) => (
              <SourceItem key={source.id} matter={open} source={source} />
            ))}
          </>
        )}
      </div>
      <div className={classes.bottom}>
        <div className={classes.drop}>
          <AddMenu
            label={words.library.addFolder}
            onChoose={(kind) => void chooseAndAdd(kind, open)}
            target={
              <Button
                variant="default"
                size="xs"
                fullWidth
                leftSection={<IconFolderPlus size={15} stroke={1.75} />}
                data-testid="add-sources"
              >
                {words.library.add}
              </Button>
            }
          />
          <p>{words.library.dropHint}</p>
        </div>
        <UnstyledButton className={classes.settings} onClick={() => showSettings(true)}>
          <IconSettings size={15} stroke={1.75} aria-hidden />
          {words.library.settings}
        </UnstyledButton>
      </div>
    </nav>
  );
}
