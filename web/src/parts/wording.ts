/** The words that stand on the screen for the words of the records. A word that is not listed is shown as it is. */

type Words = Readonly<Record<string, string>>;

const MODALITY: Words = {
  happened: "told as happened",
  planned: "planned",
  possible: "possible",
  conditional: "conditional",
  unconfirmed: "told as unconfirmed",
};

const BASIS: Words = {
  assessed: "assessed",
  claimed_by_gainer: "claimed by the side that gains",
  admitted_by_loser: "admitted by the side that loses",
  reported: "reported",
  denied: "denied",
};

const FIELD: Words = {
  type: "What kind of act",
  occurred: "Whether it happened",
  responsibility: "Who did it",
  actor: "Who did it",
  agent: "Who",
  agents: "Who",
  target: "To whom",
  targets: "To whom",
  recipient: "With or for whom",
  recipients: "With or for whom",
  place: "Where",
  places: "Where",
  time: "When",
  said: "When it was said",
  holder: "Who holds it",
  status: "In what state",
  extent: "How far",
  speaker: "Who said it",
  speakers: "Who says so",
  amount: "How many",
  amounts: "How many",
};

const CREDIBILITY: readonly string[] = [
  "",
  "1, borne out by independent origins",
  "2, probably true",
  "3, possibly true",
  "4, doubtful",
  "5, improbable",
  "6, cannot be judged",
];

const PLACE_ROLE: Words = {
  at: "at",
  from: "from",
  to: "to",
  between: "between",
  near: "near",
  toward: "toward",
  along: "along",
  in_area: "in the area of",
};

const BLOCK: Words = {
  headline: "headline",
  subheading: "subheading",
  byline: "byline",
  dateline: "date line",
  body: "body",
  caption: "caption",
  pull_quote: "pull quote",
  embed: "embedded post",
  comment_author: "commenter",
  comment: "comment",
  editor_reply: "editor's reply",
  related: "related links",
  promo: "promotion",
  navigation: "navigation",
  boilerplate: "boilerplate",
  blank: "blank",
};

const REVIEW: Words = {
  contradiction: "Contradiction",
  control: "Control changes hands",
  margin: "Narrow margin",
  actor: "New actor",
  place: "New place",
};

const ACT: Words = {
  accept: "accepted",
  reject: "rejected",
  unsure: "left unsure",
  merge: "merged",
  same: "merged",
  split: "split",
  different: "split",
  correct: "corrected",
  undo: "took back a decision",
};

const plain = (words: Words, name: string): string => words[name] ?? name.replaceAll("_", " ");

export const modalityWords = (name: string): string => plain(MODALITY, name);
export const basisWords = (name: string): string => plain(BASIS, name);
export const roleWords = (name: string): string => plain(PLACE_ROLE, name);
export const blockWords = (name: string): string => plain(BLOCK, name);
export const reviewWords = (name: string): string => plain(REVIEW, name);
export const actWords = (name: string): string => plain(ACT, name);

/** *How many: killed* for `amount:killed`. */
export function fieldWords(name: string): string {
  const [field = name, what] = name.split(":");
  const told = plain(FIELD, field);
  return what === undefined || what === "count" ? told : `${told}: ${what.replaceAll("_", " ")}`;
}

/** A credibility from 1 to 6 in words. */
export function credibilityWords(grade: number | null): string {
  return grade === null ? "not graded" : (CREDIBILITY[grade] ?? `${grade}`);
}

/** *1 claim*, *2 claims*. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** A voice's name as people say it: *unnamed local sources* for `unnamed:local sources`. */
export function voiceWords(name: string): string {
  return name.replaceAll("unnamed:", "unnamed ");
}

/** A label's standing (*Disputed*, *Planned*) apart from what happened. */
export function labelParts(label: string): { readonly standing: string | null; readonly words: string } {
  const found = /^(Disputed|Denied|Planned|Possible|Conditional|Unconfirmed): (.+)$/s.exec(label);
  return found === null ? { standing: null, words: label } : { standing: found[1]!, words: found[2]! };
}

/** The label of an event without the number of origins at its end: it is told beside it. */
export function bareLabel(label: string): string {
  return label.replace(/ \(\d+ origins?\)$/, "");
}

/** The label of an event without the time at its end, where that is told beside it in the words `when`. */
export function untimedLabel(label: string, when: string): string {
  const bare = bareLabel(label);
  const plain = bare.replace(" - ", " – ");
  const told = [when, when.replace(/^by /, "until ")].map((words) => `, ${words}`).find((words) => plain.endsWith(words));
  return told === undefined ? bare : bare.slice(0, -told.length);
}
