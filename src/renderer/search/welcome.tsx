import { Button, Group, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconFiles, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { chooseAndAdd } from '../library/adding';
import { indexMatter } from '../library/indexing';
import { useLibrary, useOpenMatter } from '../library/library-store';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './search-panel.module.css';
import { useSearch } from './search-store';

/** What stands in the place of results while nothing has been asked. */
export function Welcome(props: { readonly onFiles: () => void }) {
  const words = useWording();
  const matter = useOpenMatter();
  const matters = useLibrary((state) => state.matters);
  const indexing = useLibrary((state) => state.indexing);

  if (matters === null) return <p className={classes.pending}>{words.shell.starting}</p>;
  if (!matter) return <NoMatter />;
  if (matter.sources.length === 0) {
    return (
      <Message title={words.search.emptyTitle} text={words.search.emptyText}>
        <AddButtons />
      </Message>
    );
  }
  if (matter.sample) return <Sample />;
  const { phase } = matter.activity;
  if (matter.counts.indexed > 0) {
    return <Message title={words.search.readyTitle(matter.counts.indexed)} text={words.search.readyText} />;
  }
  if (phase === 'discovering' || phase === 'reading' || indexing.has(matter.id)) {
    return <Message title={words.search.indexingTitle} text={words.activity.searchable} />;
  }
  if (matter.counts.discovered > 0 && matter.counts.waiting === 0) {
    return (
      <Message title={words.search.nothingReadableTitle} text={words.search.nothingReadableText}>
        <Button variant="default" onClick={props.onFiles}>
          {words.search.noneSeeFiles}
        </Button>
      </Message>
    );
  }
  return (
    <Message title={words.search.noFilesTitle} text={words.search.noFilesText}>
      <Button variant="default" onClick={() => void indexMatter(matter.id)}>
        {words.search.lookAgain}
      </Button>
    </Message>
  );
}

function NoMatter() {
  const words = useWording();
  const language = useLanguage();
  const openSample = useLibrary((state) => state.openSample);
  return (
    <Message title={words.search.noMatterTitle} text={words.search.noMatterText}>
      <AddButtons />
      <Button variant="subtle" onClick={() => void openSample(language)}>
        {words.search.openSample}
      </Button>
    </Message>
  );
}

function Sample() {
  const words = useWording();
  const questions = useLibrary((state) => state.sampleQuestions);
  const submit = useSearch((state) => state.submit);
  return (
    <Message title={words.search.sampleTitle} text={words.search.sampleText}>
      <div className={classes.questions}>
        {questions.map((question) => (
          <UnstyledButton
            key={question}
            className={classes.question}
            onClick={() => submit(question)}
            data-testid="sample-question"
          >
            {question}
            <IconArrowRight size={16} stroke={1.75} aria-hidden />
          </UnstyledButton>
        ))}
      </div>
      <p className={classes.own}>{words.search.sampleOwn}</p>
    </Message>
  );
}

function AddButtons() {
  const words = useWording();
  const matter = useOpenMatter();
  return (
    <Group justify="center" gap={8}>
      <Button leftSection={<IconFolder size={16} stroke={1.75} />} onClick={() => void chooseAndAdd('folder', matter)}>
        {words.library.chooseFolder}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFiles size={16} stroke={1.75} />}
        onClick={() => void chooseAndAdd('file', matter)}
      >
        {words.library.chooseFiles}
      </Button>
    </Group>
  );
}

function Message(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.center} data-testid="welcome">
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}
