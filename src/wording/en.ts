import { countText } from './count';
import { numberText } from './format';

const count = (value: number, of: Parameters<typeof countText>[1]) => countText(value, of, 'en');
const number = (value: number) => numberText(value, 'en');

export const en = {
  common: {
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    save: 'Save',
    /** Between the facts of one line. */
    dot: ' · ',
    /** Between two sentences. */
    sentence: '. ',
    /** Between the headings of a path. */
    under: ' › ',
  },

  shell: {
    tagline: 'finds the passage',
    starting: 'Starting…',
    matters: 'Matters',
    results: 'Results',
    preview: 'Document',
    engineRestarted: 'The search engine stopped unexpectedly and was started again. Nothing that was indexed is lost.',
    recovered: {
      model: 'The language model stopped unexpectedly and was started again. The work goes on.',
      reader: 'A file made its reader fail. The reader was started again and the other files go on.',
    },
    dropTitle: 'Drop folders or files here',
    dropIntoNew: 'They become a new matter. Quaere reads them where they are and never changes them.',
    dropIntoOpen: (name: string) => `Add them to “${name}” or make a new matter.`,
    dropNothing: 'Nothing that was dropped is a folder or file on this computer.',
  },

  library: {
    newMatter: 'New matter',
    matterMenu: (name: string) => `Actions for “${name}”`,
    sources: 'Sources',
    sourceMenu: (name: string) => `Actions for the source “${name}”`,
    sampleBadge: 'Sample',
    add: 'Add folder or files',
    addFolder: 'Folder…',
    addFiles: 'Files…',
    chooseFolder: 'Choose a folder…',
    chooseFiles: 'Choose files…',
    dropHint: 'Or drop a folder anywhere in the window',
    settings: 'Settings',
    checkAgain: 'Look for new and changed files',
    rename: 'Rename…',
    renameTitle: 'Rename the matter',
    name: 'Name',
    remove: 'Delete matter…',
    removeTitle: (name: string) => `Delete “${name}”?`,
    removeText: 'The matter and its index are deleted. Your files stay where they are, unchanged.',
    removeConfirm: 'Delete matter',
    removeSource: 'Remove from matter…',
    removeSourceTitle: (name: string) => `Remove “${name}” from the matter?`,
    removeSourceText: 'It can then no longer be searched here. The files themselves stay where they are, unchanged.',
    removeSourceConfirm: 'Remove',
    unavailable: 'Cannot be reached: moved, or its drive is not connected. What was indexed can still be searched.',
    filesInMatter: (files: number) => count(files, 'file'),
    addTitle: 'Add to which matter?',
    addTo: (name: string) => `Add to “${name}”`,
    addNew: (name: string) => `New matter “${name}”`,
    addedThings: (first: string, more: number) => (more === 0 ? `“${first}”` : `“${first}” and ${number(more)} more`),
    /** The name of a matter that is made of more than one dropped thing without a common folder. */
    untitled: 'New matter',
  },

  activity: {
    discovering: (found: number) => `Looking for files: ${number(found)} found`,
    reading: (done: number, total: number) => `Reading ${number(done)} of ${count(total, 'file')}`,
    paused: 'Paused',
    left: (duration: string) => `${duration} left`,
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Stop',
    goOn: 'Continue',
    stoppedWaiting: (files: number) =>
      files === 0
        ? 'Stopped. All files can be searched by words.'
        : `Stopped. ${count(files, 'file')} ${files === 1 ? 'waits' : 'wait'} to be read.`,
    searchable: 'You can search what has been read so far.',
  },

  search: {
    label: 'Search this matter',
    placeholder: 'Ask a question, or type words of the passage',
    clear: 'Clear',
    searching: 'Searching…',
    summary: (passages: number, files: number, took: string) =>
      `${count(passages, 'passage')} · ${count(files, 'file')} · ${took}`,
    byWords: 'by words so far',
    noMatterTitle: 'Start with a folder',
    noMatterText:
      'Drop the folder of a matter anywhere in this window. Every document in it can be searched within seconds, by its words and by what it means.',
    openSample: 'Open the sample matter',
    emptyTitle: 'No files in this matter yet',
    emptyText:
      'Drop folders or files into the window, or add them here. Quaere reads them where they are and never changes them.',
    noFilesTitle: 'No files found',
    noFilesText: 'There is nothing in what was added yet. Put documents into the folder, then look again.',
    lookAgain: 'Look again',
    nothingReadableTitle: 'None of the files can be searched',
    nothingReadableText: 'See why, and what to do about it.',
    readyTitle: (files: number) => `${count(files, 'file')} ready to be searched`,
    readyText: 'Ask in your own words; they need not be the words of the document. Or type words that stand in it.',
    indexingTitle: 'The first files are being read',
    sampleTitle: 'A sample matter to try',
    sampleText: 'Everything in it is invented. Choose a question, or ask your own:',
    sampleOwn: 'For your own files, drop a folder anywhere in this window.',
    noneTitle: (query: string) => `Nothing found for “${query}”`,
    noneTry: 'What you can try',
    noneOtherWords: 'Say it in other words, as the document might put it.',
    noneFewerWords: 'Leave out words that need not stand in the passage.',
    noneThreshold: 'Also show passages that resemble the question less:',
    noneShowMore: 'Show them',
    noneIncomplete: (percent: string) =>
      `Only ${percent} of the passages can be found by meaning so far. Search again later.`,
    noneUnreadable: (files: number) => `${count(files, 'file')} could not be read. `,
    noneSeeFiles: 'See which and why',
    note: {
      shortened: (characters: number) =>
        `The question is longer than the model reads; its first ${number(characters)} characters were searched by meaning.`,
      wordsOnly: 'Searched by words only: the language model is not available.',
      incomplete: (percent: string) =>
        `${percent} of the passages can be found by meaning so far; all of them by words.`,
    },
    page: (page: number) => `p. ${number(page)}`,
    rank: (rank: number) => `Rank ${number(rank)}`,
    moreInFile: (passages: number) => `${number(passages)} more ${passages === 1 ? 'passage' : 'passages'}`,
    lessInFile: 'Show fewer',
    moreResults: 'Show more passages',
    sameContent: (files: number) => `${number(files)} copies`,
    copies: 'Also at:',
    resultsLabel: (passages: number) => `${count(passages, 'passage')}; move with the arrow keys, open with Enter`,
  },

  why: {
    button: 'Why',
    buttonLabel: (rank: number) => `Why passage ${number(rank)} was found`,
    title: 'Why this passage',
    semantic: 'Meaning',
    lexical: 'Words',
    document: 'Document named',
    exact: 'Exact match',
    exactText: 'it holds the quoted phrase, or is the article or case cited',
    semanticText: 'how near its meaning is to the question',
    lexicalText: 'how well its words match',
    documentText: 'the question names this document',
    total: 'Score',
  },

  preview: {
    emptyTitle: 'The document appears here',
    emptyText: 'Choose a passage to read it where it stands.',
    loading: 'Opening the document…',
    hit: (index: number, of: number) => `Hit ${number(index)} of ${number(of)}`,
    previousHit: 'Previous hit in this document',
    nextHit: 'Next hit in this document',
    backToHit: 'Back to the passage',
    page: (page: number) => `p. ${number(page)}`,
    pageOf: (page: number, pages: number) => `p. ${number(page)} of ${number(pages)}`,
    open: 'Open',
    reveal: 'Show in folder',
    copy: 'Copy citation',
    copied: 'Copied',
    changed: 'The file has changed since it was indexed. You are reading the indexed version.',
    missing: 'The file is no longer where it was. You are reading the indexed version.',
    checkAgain: 'Index again',
    closePreview: 'Back to the results',
    textLabel: (title: string) => `Text of “${title}”`,
  },

  citation: {
    quote: (text: string) => `“${text}”`,
    title: (title: string) => title,
    separator: ', ',
    page: (page: number) => `p. ${page}`,
    line: (source: string, path: string) => `— ${source} (${path})`,
  },

  files: {
    title: 'Files of this matter',
    summary: (searchable: number, all: number) => `${number(searchable)} of ${count(all, 'file')} can be searched`,
    all: 'All',
    notSearchable: 'Not searchable',
    list: 'Files',
    retry: 'Read the failed files again',
    none: 'No files in this state.',
    loading: 'Loading…',
  },

  settings: {
    title: 'Settings',
    language: 'Language',
    languageSystem: 'System',
    languageZh: '中文',
    languageEn: 'English',
    theme: 'Appearance',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    threshold: 'Fewer, closer passages',
    thresholdText: 'Leaves out passages that resemble the question much less than the best ones.',
    version: (version: string) => `Quaere ${version}`,
    privacy: 'Everything stays on this computer: your files, your questions, the index and the model.',
  },

  foot: {
    searchable: (files: number) => `${count(files, 'file')} searchable`,
    notSearchable: (files: number) => `${number(files)} not`,
    waiting: (files: number) => `${number(files)} waiting`,
    seeFiles: 'See all files and why some cannot be searched',
    meaning: 'Meaning',
    meaningLabel: 'Share of the passages that can be found by meaning',
    model: 'Built-in model · CPU',
    local: 'All on this computer',
  },
};

/** The whole catalogue of one language; the compiler holds the languages to the same keys. */
export type Wording = typeof en;
