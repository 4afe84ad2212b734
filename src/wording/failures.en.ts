import type { Failure } from '../contract/errors';
import type { Advice } from './advice';

export function failureEn(failure: Failure): Advice {
  switch (failure.kind) {
    case 'bad-request':
      return {
        title: 'Quaere asked its engine for something it does not understand',
        whatToDo: `This is a fault in Quaere. Please report it with this detail: ${failure.detail}`,
      };
    case 'matter-not-found':
      return {
        title: `There is no matter “${failure.matter}”`,
        whatToDo: 'It may have been deleted. Choose another matter.',
      };
    case 'matter-name':
      return matterName(failure.problem, failure.limit);
    case 'document-not-found':
      return {
        title: 'This document is no longer in the index',
        whatToDo: 'Its file was changed, moved or taken out of the matter. Search again.',
      };
    case 'source-missing':
      return {
        title: 'The folder or file does not exist',
        whatToDo: `Check whether it was moved, or whether its drive is connected: ${failure.path}`,
      };
    case 'source-unreadable':
      return {
        title: 'The folder or file cannot be read',
        whatToDo: `Give your user account the right to read it, then try again: ${failure.path}`,
      };
    case 'source-is-own-data':
      return {
        title: 'This folder holds Quaere’s own data',
        whatToDo: `Choose the folder that holds your documents instead: ${failure.path}`,
      };
    case 'in-use':
      return {
        title: `“${failure.matter}” is being used by another Quaere`,
        whatToDo: 'Close the other window or command that has it open, then try again.',
      };
    case 'disk-full':
      return {
        title: 'The disk is full',
        whatToDo: 'Free some space, then continue. Nothing that was indexed is lost.',
      };
    case 'not-writable':
      return {
        title: 'Quaere cannot write to its data folder',
        whatToDo: `Give your user account the right to write there, or choose another folder: ${failure.path}`,
      };
    case 'store-damaged':
      return {
        title: `The index of “${failure.matter}” is damaged`,
        whatToDo: 'Delete the matter and add its folders again. Your own files are not affected.',
      };
    case 'model-missing':
      return {
        title: 'The language model is missing',
        whatToDo: `Search by words still works. Install Quaere again to bring the model back: ${failure.path}`,
      };
    case 'model-corrupt':
      return {
        title: 'The language model is damaged',
        whatToDo: `Search by words still works. Install Quaere again to replace the model: ${failure.path}`,
      };
    case 'model-crashed':
      return {
        title: 'The language model stopped unexpectedly',
        whatToDo: 'Search by words still works. If it happens again, restart Quaere.',
      };
    case 'questions-file':
      return {
        title:
          failure.line === null
            ? `The questions file cannot be read: ${failure.path}`
            : `Line ${failure.line} of the questions file is not valid: ${failure.path}`,
        whatToDo: failure.detail,
      };
    case 'engine-stopped':
      return {
        title: 'The search engine stopped unexpectedly',
        whatToDo: 'Quaere starts it again by itself. Try once more in a moment; nothing that was indexed is lost.',
      };
    case 'cancelled':
      return { title: 'Stopped', whatToDo: 'You can continue at any time.' };
    case 'internal':
      return {
        title: 'Something went wrong',
        whatToDo: `Try again. If it happens again, please report it with this detail: ${failure.detail}`,
      };
  }
}

function matterName(problem: Extract<Failure, { kind: 'matter-name' }>['problem'], limit: number): Advice {
  switch (problem) {
    case 'empty':
      return { title: 'The name is empty', whatToDo: 'Enter a name for the matter.' };
    case 'too-long':
      return { title: 'The name is too long', whatToDo: `Use at most ${limit} characters.` };
    case 'control-characters':
      return { title: 'The name has characters that cannot be shown', whatToDo: 'Remove line breaks and the like.' };
    case 'taken':
      return { title: 'There is a matter with this name already', whatToDo: 'Choose another name.' };
  }
}
