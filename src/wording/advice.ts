/** What is the matter, and what the reader of it can do. */
export interface Advice {
  readonly title: string;
  readonly whatToDo: string;
}
