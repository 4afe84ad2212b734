import { indexMatter, resumeInterrupted } from '../library/indexing';
import { isIncomplete, openMatterIn, useLibrary } from '../library/library-store';
import { usePreview } from '../preview/preview-store';
import { useSearch } from '../search/search-store';
import { languageIn, useSettings } from '../settings/settings-store';
import { useNotices } from './notice-store';

/** Ties the stores to each other and to what the engine tells, then opens the matter that was open last. */
export async function start(): Promise<void> {
  listenToEngine();
  tieStores();
  await useSettings.getState().load();
  const language = languageIn(useSettings.getState());
  const library = useLibrary.getState();
  const matters = await library.load();
  const last = useSettings.getState().settings.lastMatter;
  const first = matters.find((matter) => matter.id === last) ?? matters[0];
  if (first) library.open(first.id);
  else await library.openSample(language);
  await library.loadSampleQuestions(language);
}

function listenToEngine(): void {
  window.quaere.onEngineState((engine) => {
    useLibrary.getState().setEngine(engine);
    if (engine !== 'restarted') return;
    useNotices.getState().add({ kind: 'engine-restarted' });
    void useLibrary
      .getState()
      .load()
      .then(() => {
        resumeInterrupted();
        useSearch.getState().refresh();
      });
  });
  window.quaere.onEvent((event) => {
    if (event.name === 'matter') useLibrary.getState().put(event.payload);
    else if (event.name === 'matterDeleted') useLibrary.getState().drop(event.payload.matter);
    else useNotices.getState().add({ kind: 'recovered', what: event.payload.what });
  });
}

function tieStores(): void {
  useLibrary.subscribe((state, before) => {
    if (state.openId !== before.openId) opened(state.openId);
    const phase = openMatterIn(state)?.activity.phase;
    const phaseBefore = openMatterIn(before)?.activity.phase;
    // A stage of the indexing is over: what is shown may have become incomplete.
    if (state.openId === before.openId && phase !== phaseBefore && (phase === 'embedding' || phase === 'idle')) {
      useSearch.getState().refresh();
    }
  });
  useSettings.subscribe((state, before) => {
    useSearch.getState().setThreshold(state.settings.threshold);
    const language = languageIn(state);
    if (language !== languageIn(before)) void useLibrary.getState().loadSampleQuestions(language);
  });
  useSearch.subscribe((state, before) => {
    if (state.answer === null && before.answer !== null) usePreview.getState().clear();
    else if (state.selected !== before.selected || state.answer !== before.answer) showSelected();
  });
}

/**
 * A matter is opened: the search starts anew, and the index is brought in line with its files. One that is incomplete
 * was stopped by the user, who is asked whether to go on; whatever else was interrupted the engine takes up by itself.
 */
function opened(id: string | null): void {
  useSearch.getState().setMatter(id);
  usePreview.getState().clear();
  if (id === null) return;
  const { settings, change } = useSettings.getState();
  if (settings.lastMatter !== id) void change({ lastMatter: id });
  const matter = openMatterIn(useLibrary.getState());
  if (matter && matter.sources.length > 0 && matter.activity.phase === 'idle' && !isIncomplete(matter))
    void indexMatter(id);
}

function showSelected(): void {
  const { matter, answer, selected } = useSearch.getState();
  if (!matter || !answer || selected === null) return;
  const group = answer.result.groups.find(({ passages }) => passages.some((passage) => passage.chunk === selected));
  if (!group) return;
  const hits = [...group.passages].sort((one, other) => one.start - other.start);
  usePreview.getState().show({ matter, document: group.document, hits, chunk: selected });
}
