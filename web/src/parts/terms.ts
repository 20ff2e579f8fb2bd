/** The words of the screen that mean something particular here, each in a sentence or two. */

export interface TermEntry {
  readonly name: string;
  readonly says: string;
}

export const TERMS = {
  claim: { name: "Claim", says: "One source saying one thing. Who, where, when and how many each lead to the words they were read from." },
  event: { name: "Event", says: "Claims that seem to tell one happening, or one state of things, put together by the machine with its reasons." },
  origins: {
    name: "Independent origins",
    says: "Claims that go back to one text, one quoted voice or one agency are one origin, however many outlets carry them. It counts for more than the number of articles.",
  },
  contested: { name: "Contested", says: "Its sources contradict each other about something: whether it happened, who did it, where, when, how many, who holds the place. Both are quoted side by side." },
  apparent: { name: "Perhaps only apparent", says: "A contradiction that the pages themselves may explain: a later count, a part and its whole, a person who speaks for a body." },
  credibility: {
    name: "Credibility",
    says: "Of the information, from 1 (best) to 6 (cannot be judged), reckoned from what stands behind it; each event shows the steps. It is no grade of the source.",
  },
  modality: { name: "Told as", says: "How the source itself puts it: as happened, planned, possible, conditional or unconfirmed. A plan is never counted as a deed." },
  distance: { name: "Told at a distance", says: "As something that happened, but with a word such as “reportedly” or “allegedly”." },
  by: { name: "By, since, between", says: "No day is told for it: only that it had happened when it was told, or a stretch in which it lies. A date is never filled in." },
  within: { name: "Somewhere within", says: "A place that is no point, or not known to the point: it is drawn as an outline, with the number of its events on the rim." },
  basis: { name: "Basis of control", says: "Assessed from several sides, claimed by the side that gains, admitted by the side that loses, reported, or denied." },
  age: { name: "Faint and dashed", says: "The last that was told about the place is older than the day that is shown; it may have changed since." },
  alone: { name: "Told alone", says: "Events that nobody else in this case tells; beside them those that an independent origin tells too." },
  voice: { name: "Quoted voice", says: "Somebody whose words the pages give: a ministry, a commander, unnamed local sources. An outlet is a source only for what it says itself." },
  repeats: { name: "Repeats", says: "Its text is another's, wholly or nearly. A copy adds no origin." },
  comments: { name: "Not evidence", says: "Readers' comments are kept apart, their writers under made-up names. They may give a hint and never count for anything." },
  decided: { name: "Decided", says: "What a person said of it: accepted, rejected or unsure, with name and reason. It counts from the next build on, and can be taken back." },
} as const satisfies Record<string, TermEntry>;

export type TermName = keyof typeof TERMS;
