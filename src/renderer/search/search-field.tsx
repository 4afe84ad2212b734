import { CloseButton, Kbd, Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import { useWording } from '../settings/use-wording';
import classes from './search-panel.module.css';
import { useSearch } from './search-store';

const MAC = navigator.platform.startsWith('Mac');

export function SearchField(props: { readonly field: RefObject<HTMLInputElement | null>; readonly disabled: boolean }) {
  const words = useWording();
  const text = useSearch((state) => state.text);
  const busy = useSearch((state) => state.busy);
  const matter = useSearch((state) => state.matter);
  const type = useSearch((state) => state.type);
  const { field } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever opens a matter wants to ask it something
  useEffect(() => field.current?.focus(), [field, matter]);

  return (
    <search>
      <TextInput
        ref={field}
        classNames={{ input: classes.input ?? '' }}
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        value={text}
        disabled={props.disabled}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          const { nativeEvent } = event;
          type(event.currentTarget.value, nativeEvent instanceof InputEvent && nativeEvent.isComposing);
        }}
        onCompositionEnd={(event) => type(event.currentTarget.value)}
        leftSection={busy ? <Loader size={16} color="gray" /> : <IconSearch size={17} stroke={1.75} />}
        leftSectionWidth={44}
        rightSectionWidth={text === '' ? 76 : 44}
        rightSection={
          text === '' ? (
            <Kbd className={classes.key ?? ''} aria-hidden>
              {MAC ? '⌘ K' : 'Ctrl K'}
            </Kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label={words.search.clear}
              onClick={() => {
                type('');
                field.current?.focus();
              }}
            />
          )
        }
        data-testid="search-field"
      />
    </search>
  );
}
